import { expect, it } from 'vitest';
import { asOwner, travelTo } from '../../../../tests/support/database.ts';
import { everyDay } from '../../../../tests/support/daily.ts';
import { mondayMorning, rowsOf, useWorld } from '../../../../tests/support/world.ts';
import { markAway, signInLink, signInWithLink, tellNotFound } from './index.ts';

const world = useWorld();

it('an absence goes thirty days after it ended; one that lasts, stays', async () => {
  const { veurne, koksijde } = world;
  const until = new Date('2026-11-25T08:00:00Z');
  for (const town of [veurne, koksijde])
    await markAway(await town.as('ann'), town.personId('ann'), { until, substituteId: null });
  await markAway(await veurne.as('lies'), veurne.personId('lies'), { until: null, substituteId: null });
  await travelTo('2026-12-25 08:00');
  await everyDay(veurne);
  expect(await rowsOf('absence')).toHaveLength(3);
  await travelTo('2026-12-25 11:00');
  await everyDay(veurne);
  expect((await rowsOf('absence')).map((row) => row.person_id).toSorted()).toEqual(
    [koksijde.personId('ann'), veurne.personId('lies')].toSorted(),
  );
  await travelTo(mondayMorning);
});

it('that somebody was looked for in vain is forgotten as soon as it is over', async () => {
  const { veurne } = world;
  await tellNotFound(await veurne.as('mia'), veurne.personId('ann'));
  await everyDay(veurne);
  expect(await rowsOf('not_found')).toHaveLength(1);
  await travelTo('2026-11-30 10:00');
  await everyDay(veurne);
  expect(await rowsOf('not_found')).toEqual([]);
  await travelTo(mondayMorning);
});

it('a session and a link that open nothing any more are forgotten', async () => {
  const { veurne } = world;
  const link = async () =>
    new URL(await signInLink(veurne.id, veurne.personId('mia'))).searchParams.get('token')!;
  await signInWithLink(await link(), new Headers());
  await link();
  await everyDay(veurne);
  const counted = async () => [
    (await rowsOf('identity.session')).length,
    (await rowsOf('identity.proof')).length,
  ];
  expect(await counted()).toEqual([1, 1]);
  for (const table of ['session', 'proof'])
    await asOwner(`update identity.${table} set expires_at = now() - interval '1 minute'`);
  await everyDay(veurne);
  expect(await counted()).toEqual([0, 0]);
});
