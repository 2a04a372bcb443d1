import { expect, it } from 'vitest';
import { useWorld } from '../../../../tests/support/world.ts';
import { externalIdsOf, writeTip } from './index.ts';
import { text } from './tips.world.ts';

const world = useWorld();

it('are those of what everybody may find, and of the own organisation', async () => {
  const ann = await world.veurne.as('ann');
  const { id: known } = await writeTip(ann, { ...text, externalId: 'kb-1' });
  const { id: own } = await writeTip(ann, text);
  const { id: draft } = await writeTip(ann, { ...text, externalId: 'kb-2', status: 'draft' });
  const mia = await world.veurne.as('mia');
  expect([...(await externalIdsOf(mia, [known, own, draft]))]).toEqual([[known, 'kb-1']]);
  expect((await externalIdsOf(mia, [])).size).toBe(0);
  for (const town of [world.koksijde, world.brugge])
    expect((await externalIdsOf(await town.as('mia'), [known])).size).toBe(0);
});
