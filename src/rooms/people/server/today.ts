import { dayOf, localDay } from '#platform/days.ts';
import type { Tx } from '#platform/server/scope.ts';
import { verb } from '#platform/server/verb.ts';
import { canMarkAway } from '../arranging.ts';
import type { Helper, Snapshot } from '../candidates.ts';
import { helperThere } from '../chain.ts';
import { absenteeIn, awayUntil, firstHelper } from '../coverage.ts';
import { snapshotOf } from './snapshot.ts';

/** The coaches whom the one who looks may mark away, by name: there or not today, and who helps in their place. */
export const coachesToday = verb('coachesToday', async (tx) => {
  const snapshot = await snapshotOf(tx);
  const coaches = snapshot.helpers
    .filter((one) => one.coachOf.length > 0 && canMarkAway(tx.actor, absenteeIn(snapshot, one)))
    .map((one) => coachToday(tx, snapshot, one))
    .toSorted(byName);
  return { coaches, now: tx.now };
});

function coachToday(tx: Tx, snapshot: Snapshot, coach: Helper) {
  const units = coach.coachOf.flatMap((id) => snapshot.units.get(id) ?? []);
  const away = awayUntil(coach, tx.now);
  const endsToday = away?.until?.getTime() === dayOf(localDay(tx.now)).until;
  return {
    ...{ personId: coach.personId, firstName: coach.firstName, lastName: coach.lastName },
    unitNames: units.map(({ name }) => name),
    there: helperThere(snapshot, coach, tx.now),
    away: away && { ...away, today: endsToday },
    instead: away ? units.flatMap(({ id, name }) => helpingIn(snapshot, { id, name }, tx.now)) : [],
  };
}

function helpingIn(snapshot: Snapshot, { id, name }: { id: string; name: string }, now: Date) {
  const first = firstHelper(snapshot, id, now);
  return first ? [{ ...first, unitName: name }] : [];
}

const collator = new Intl.Collator('nl-BE');

const byName = (a: { firstName: string; lastName: string }, b: { firstName: string; lastName: string }) =>
  collator.compare(a.firstName, b.firstName) || collator.compare(a.lastName, b.lastName);
