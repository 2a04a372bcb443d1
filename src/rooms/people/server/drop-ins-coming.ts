import { found } from '#platform/errors.ts';
import type { Tx } from '#platform/server/scope.ts';
import { verb } from '#platform/server/verb.ts';
import type { Helper, Snapshot } from '../candidates.ts';
import { hasCard } from '../card.ts';
import { comingMoments, type DropIn } from '../drop-in.ts';
import { helperCalendar } from '../opening.ts';
import { personAsActor } from './actor.ts';
import { snapshotOf } from './snapshot.ts';

/** One time that somebody can just walk in. */
export type DropInMoment = {
  dropInId: string;
  personId: string;
  firstName: string;
  lastName: string;
  from: Date;
  until: Date;
  place: string;
};

/** A walk-in of every four weeks is seen, and so is the one after a holiday. */
const aheadDays = 60;

/**
 * The coming walk-in moments with the coaches of a unit, soonest first. Without a unit: that of whoever asks.
 */
export const nextDropIns = verb(
  'nextDropIns',
  async (tx, { unitId, limit }: { unitId?: string; limit: number }) => {
    const here = unitId ?? found(await personAsActor(tx, found(tx.actor.personId))).unitId;
    const snapshot = await snapshotOf(tx);
    const coaches = snapshot.helpers.filter(({ coachOf }) => coachOf.includes(here));
    return { moments: (await momentsOf(tx, snapshot, coaches)).slice(0, limit), now: tx.now };
  },
);

/** The coming moments of these helpers, soonest first; without those who help nobody by role any more. */
export async function momentsOf(
  tx: Tx,
  snapshot: Snapshot,
  helpers: readonly Helper[],
): Promise<DropInMoment[]> {
  const byId = new Map(helpers.filter(hasCard).map((helper) => [helper.personId, helper]));
  const dropIns = await heldBy(tx, [...byId.keys()]);
  return dropIns
    .flatMap((dropIn) => momentsWith(snapshot, found(byId.get(dropIn.personId)), { dropIn, now: tx.now }))
    .toSorted((a, b) => a.from.getTime() - b.from.getTime());
}

function momentsWith(
  snapshot: Snapshot,
  helper: Helper,
  { dropIn, now }: { dropIn: DropIn; now: Date },
): DropInMoment[] {
  const { closed } = helperCalendar(snapshot, helper, helper.coachOf[0] ?? helper.homeUnitId);
  const gone = helper.until ? [{ from: helper.until, until: null, substituteId: null }] : [];
  const hindrances = { closed, away: [...helper.away, ...gone] };
  const { personId, firstName, lastName } = helper;
  return comingMoments(dropIn, { now, days: aheadDays }, hindrances).map(({ from, until }) => ({
    ...{ dropInId: dropIn.id, personId, firstName, lastName, place: dropIn.place },
    ...{ from: new Date(from), until: new Date(until) },
  }));
}

/** The patterns of these people that were not stopped, by first day. */
export async function heldBy(tx: Tx, personIds: readonly string[]): Promise<DropIn[]> {
  if (personIds.length === 0) return [];
  const rows = await tx
    .selectFrom('drop_in')
    .selectAll()
    .where('person_id', 'in', personIds)
    .where('stopped_at', 'is', null)
    .orderBy('first_on')
    .orderBy('starts_at')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    personId: row.person_id,
    firstOn: row.first_on,
    everyWeeks: row.every_weeks,
    lastOn: row.last_on,
    startsAt: row.starts_at.slice(0, 5),
    endsAt: row.ends_at.slice(0, 5),
    place: row.place,
  }));
}
