import { beforeEach, expect, it } from 'vitest';
import { askQuestion, questionThread } from '#rooms/helpline/server/index.ts';
import { asOwner, travelTo } from '../../../../tests/support/database.ts';
import { everyDay } from '../../../../tests/support/daily.ts';
import { mondayMorning, useWorld } from '../../../../tests/support/world.ts';
import { waitingForMe } from './index.ts';

const world = useWorld();

beforeEach(async () => {
  await travelTo(mondayMorning);
  await asOwner('truncate question, notification cascade');
});

/** One that Ann has seen and one that she has not, of each of two kinds: open, and under cover. */
async function toldOfFour(town: typeof world.veurne): Promise<void> {
  const ask = { theme: null, key: '', coachId: town.personId('ann') };
  for (const way of ['unit', 'cover'] as const) {
    const ids = [];
    for (const body of ['Een vraag.', 'Nog een vraag.'])
      ids.push(await askQuestion(await town.as('mia'), { ...ask, body, way }));
    await questionThread(await town.as('ann'), ids[0]!);
  }
  await asOwner(`update notification set mail = 'sent', mail_due_at = null`);
}

const left = (town: typeof world.veurne) =>
  asOwner('select id from notification where organisation_id = $1 and person_id = $2', [
    town.id,
    town.personId('ann'),
  ]);

it('what was seen goes after thirty days, what was not after a year; under cover too, elsewhere nothing', async () => {
  const { veurne, koksijde } = world;
  await toldOfFour(veurne);
  await toldOfFour(koksijde);
  await travelTo('2026-12-23 09:00');
  await everyDay(veurne);
  expect(await left(veurne)).toHaveLength(4);
  await travelTo('2026-12-23 11:00');
  await everyDay(veurne);
  expect(await left(veurne)).toHaveLength(2);
  expect((await waitingForMe(await veurne.as('ann'))).unseen).toBe(2);
  expect(await left(koksijde)).toHaveLength(4);
  await travelTo('2027-11-24 11:00');
  await everyDay(veurne);
  expect(await left(veurne)).toEqual([]);
  expect(await left(koksijde)).toHaveLength(4);
});

it('what is still to be mailed stays', async () => {
  const { veurne } = world;
  await toldOfFour(veurne);
  await asOwner(`update notification set seen_at = made_at, mail = 'waiting', mail_due_at = now()`);
  await travelTo('2027-02-23 11:00');
  await everyDay(veurne);
  expect(await left(veurne)).toHaveLength(4);
});
