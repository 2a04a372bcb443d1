import { allow, found, Invalid } from '#platform/errors.ts';
import { later } from '#platform/server/jobs.ts';
import type { Tx } from '#platform/server/scope.ts';
import { verb } from '#platform/server/verb.ts';
import { record } from '#rooms/activity/server/index.ts';
import type { Helper, Snapshot } from '../candidates.ts';
import { helperCalendar } from '../opening.ts';
import { currentAbsences, minutesLater, presence, type Presence } from '../presence.ts';
import { snapshotOf } from './snapshot.ts';

const longestMinutes = 8 * 60;

/** "Even niet": one is left alone for a while. What waits with them, and nobody began with, moves on at once. */
export const pauseHelp = verb('pauseHelp', async (tx, minutes: number = 60) => {
  const me = meIn(await snapshotOf(tx), tx);
  allow(me !== null);
  if (!Number.isInteger(minutes) || minutes < 1 || minutes > longestMinutes)
    throw new Invalid({ minutes: 'people_pause_unusable' });
  const pausedUntil = minutesLater(tx.now, minutes);
  await setPause(tx, me.personId, pausedUntil);
  await record(tx, { event: 'helper.paused', subject: { kind: 'person', id: me.personId } });
  await later(tx, 'helpline.holderAway', { personId: me.personId });
});

/** Reachable again before the pause is over. */
export const resumeHelp = verb('resumeHelp', async (tx) => {
  const personId = found(tx.actor.personId);
  await setPause(tx, personId, null);
  await record(tx, { event: 'helper.resumed', subject: { kind: 'person', id: personId } });
});

/** Ends "even niet"; also part of "ik ben er". */
export const setPause = (tx: Tx, personId: string, pausedUntil: Date | null) =>
  tx
    .insertInto('helper')
    .values({ person_id: personId, paused_until: pausedUntil })
    .onConflict((conflict) =>
      conflict.columns(['organisation_id', 'person_id']).doUpdateSet({ paused_until: pausedUntil }),
    )
    .execute();

/** How one stands there for colleagues: `when` null means not within 60 days. `notFound`: somebody looked in vain. */
export type MyPresence = {
  when: Presence | null;
  pausedUntil: Date | null;
  notFound: boolean;
  away: { until: Date | null } | null;
  now: Date;
};

/** Null for whoever does not help. */
export const myPresence = verb('myPresence', async (tx): Promise<MyPresence | null> => {
  const snapshot = await snapshotOf(tx);
  const me = meIn(snapshot, tx);
  if (!me) return null;
  const away = currentAbsences(me.away, tx.now);
  const ends = away.map(({ until }) => until);
  return {
    when: presence(helperCalendar(snapshot, me, me.coachOf[0] ?? me.homeUnitId), me, tx.now),
    pausedUntil: me.pausedUntil && me.pausedUntil > tx.now ? me.pausedUntil : null,
    notFound: Object.keys(me.notFoundIn).length > 0,
    away: away.length === 0 ? null : { until: ends.includes(null) ? null : latest(ends) },
    now: tx.now,
  };
});

const meIn = ({ helpers }: Snapshot, tx: Tx): Helper | null =>
  helpers.find(({ personId }) => personId === tx.actor.personId) ?? null;

const latest = (dates: (Date | null)[]): Date => new Date(Math.max(...dates.map((date) => Number(date))));
