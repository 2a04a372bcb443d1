import { expect, it } from 'vitest';
import { Forbidden, Invalid, NotFound } from '#platform/errors.ts';
import { rowsOf, useWorld, type Name } from '../../../../tests/support/world.ts';
import { coachesToday, endAbsence, markAway, markAwayToday } from './index.ts';

const world = useWorld();
/** What is over stays in the table for a while, for who is back. */
const runs = `(ends_at is null or ends_at > now() + (select shift from test_clock))`;

const namesFor = async (name: Name) =>
  (await coachesToday(await world.veurne.as(name))).coaches.map(({ firstName }) => firstName);

it('shows each the coaches whom they may mark away', async () => {
  for (const name of ['cora', 'ada'] as const) expect(await namesFor(name)).toEqual(['Ann', 'Lies']);
  for (const name of ['mara', 'bram', 'ann'] as const) expect(await namesFor(name)).toEqual(['Ann']);
  for (const name of ['karel', 'hans', 'dirk', 'mia'] as const) expect(await namesFor(name)).toEqual([]);
});

it('marks several away for today, says who helps in their place, and can be undone', async () => {
  const { veurne, koksijde } = world;
  const cora = await veurne.as('cora');
  const [ann, lies] = [veurne.personId('ann'), veurne.personId('lies')];
  await markAwayToday(cora, [ann, lies, ann]);
  const { coaches } = await coachesToday(cora);
  expect(coaches).toMatchObject([
    { personId: ann, away: { today: true }, instead: [{ firstName: 'Bram', unitName: 'Burgerzaken' }] },
    { personId: lies, away: { today: true }, instead: [{ unitName: 'Bibliotheek' }] },
  ]);
  expect(coaches[0]!.away!.until).toEqual(new Date('2026-11-23T23:00:00Z'));
  expect(await rowsOf('absence', `organisation_id = '${koksijde.id}'`)).toEqual([]);
  await endAbsence(cora, ann);
  expect((await coachesToday(cora)).coaches[0]).toMatchObject({ away: null, there: { thereNow: true } });
  await endAbsence(cora, lies);
});

it('leaves a longer absence as it was', async () => {
  const { veurne } = world;
  const [cora, ann] = [await veurne.as('cora'), veurne.personId('ann')];
  const until = new Date('2026-11-30T23:00:00Z');
  await markAway(cora, ann, { until });
  await markAwayToday(cora, [ann]);
  expect((await coachesToday(cora)).coaches[0]).toMatchObject({ away: { until, today: false } });
  await endAbsence(cora, ann);
});

it('marks nobody when one of them is not theirs to mark, nor without anybody ticked', async () => {
  const { veurne, koksijde } = world;
  const both = [veurne.personId('ann'), veurne.personId('lies')];
  await expect(markAwayToday(await veurne.as('mara'), both)).rejects.toBeInstanceOf(Forbidden);
  await expect(markAwayToday(await koksijde.as('cora'), both)).rejects.toBeInstanceOf(NotFound);
  await expect(markAwayToday(await veurne.as('cora'), [])).rejects.toBeInstanceOf(Invalid);
  expect(await rowsOf('absence', runs)).toEqual([]);
  const there = (await coachesToday(await koksijde.as('cora'))).coaches.map(({ personId }) => personId);
  expect(there).not.toContain(veurne.personId('ann'));
});
