import { expect, it } from 'vitest';
import { Forbidden } from '#platform/errors.ts';
import { changeUnitClosing } from '#rooms/organisations/server/index.ts';
import { useWorld } from '../../../../tests/support/world.ts';
import { closingWouldBe } from './index.ts';

const world = useWorld();

it('says until when questions wait after a closing day, and who stays open', async () => {
  const { veurne, koksijde } = world;
  const cora = await veurne.as('cora');
  await changeUnitClosing(cora, veurne.unitId('Bibliotheek'), true);
  // Thursday 24 December 2026: Christmas and the weekend come after it.
  const closed = await closingWouldBe(cora, '2026-12-24');
  expect(closed).toMatchObject({ wasShut: false, stayOpen: ['Bibliotheek'] });
  expect(closed.opens?.toISOString().slice(0, 10)).toBe('2026-12-28');
  expect(await closingWouldBe(cora, '2026-12-26')).toMatchObject({ wasShut: true, stayOpen: [] });
  // A day far ahead knows the holidays of its own year.
  expect((await closingWouldBe(cora, '2028-12-29')).opens?.toISOString().slice(0, 10)).toBe('2029-01-02');
  expect((await closingWouldBe(await koksijde.as('cora'), '2026-12-24')).stayOpen).toEqual([]);
  await expect(closingWouldBe(await veurne.as('ann'), '2026-12-24')).rejects.toThrow(Forbidden);
});
