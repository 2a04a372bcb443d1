import { expect, it } from 'vitest';
import { Forbidden } from '#platform/errors.ts';
import { useWorld } from '../../../../tests/support/world.ts';
import { peopleListed } from './index.ts';

const world = useWorld();

it('lists who works here today, page by page, for those who keep the staff', async () => {
  const cora = await world.veurne.as('cora');
  const all = await peopleListed(cora, { limit: 100, after: null });
  expect(all).toHaveLength(18);
  const mia = { firstName: 'Mia', lastName: 'Maes', unitName: 'Burgerzaken', roles: [] };
  expect(all).toContainEqual(expect.objectContaining({ id: world.veurne.personId('mia'), ...mia }));
  const rest = await peopleListed(cora, { limit: 100, after: all[9]!.id });
  expect(rest).toEqual(all.slice(10));
  for (const name of ['mia', 'ann', 'mara', 'dirk'] as const)
    await expect(peopleListed(await world.veurne.as(name), { limit: 1, after: null })).rejects.toBeInstanceOf(
      Forbidden,
    );
});

it('lists nobody of another organisation', async () => {
  const here = await peopleListed(await world.veurne.as('hans'), { limit: 100, after: null });
  const there = await peopleListed(await world.brugge.as('hans'), { limit: 100, after: null });
  const ids = new Set(here.map(({ id }) => id));
  expect(there.filter(({ id }) => ids.has(id))).toEqual([]);
});
