import { expect, it } from 'vitest';
import { Forbidden, NotFound } from '#platform/errors.ts';
import { useWorld } from '../../../../tests/support/world.ts';
import { whoWouldHelp } from './index.ts';

const world = useWorld();

it('says who would help a unit with these neighbours, before they are kept', async () => {
  const { veurne, koksijde } = world;
  const cora = await veurne.as('cora');
  const archive = veurne.unitId('Archief');
  const names = async (neighbourIds: string[] | null) =>
    (await whoWouldHelp(cora, archive, neighbourIds)).helpers.map(({ firstName }) => firstName);
  expect((await names([veurne.unitId('Bibliotheek')]))[0]).toBe('Lies');
  expect((await names([veurne.unitId('Burgerzaken')]))[0]).toBe('Ann');
  expect((await names([])).slice(0, 2)).toEqual(['Tom', 'Cora']);
  expect(await names(null)).toContain('Ann');
  await expect(whoWouldHelp(await koksijde.as('cora'), archive, null)).rejects.toThrow(NotFound);
  await expect(whoWouldHelp(await veurne.as('ann'), archive, null)).rejects.toThrow(Forbidden);
});
