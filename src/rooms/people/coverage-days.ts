// On which of the coming days a unit has somebody of its own. Pure.
import { addDays, dayAt, dayOf } from '#platform/days.ts';
import type { Helper, Snapshot } from './candidates.ts';
import { helperCalendar, unitCalendar } from './opening.ts';
import { currentAbsences, daysThere, type Unavailable } from './presence.ts';

/** A coach of the unit is there · somebody who stands in for one · others help. */
export type Cover = 'own' | 'stand_in' | 'others';

export type Week = { monday: string; days: { day: string; cover: Cover }[] };

/** Somebody who becomes a coach of the unit on a later day. */
export type Coming = { helper: Helper; unitId: string; from: Date; until: Date | null };

type Look = { snapshot: Snapshot; coming: readonly Coming[]; unitId: string; now: Date };

const weeksAhead = 8;
const always: Unavailable = { away: [], pausedUntil: null, until: null };

const mondayOf = (day: string): string => addDays(day, 1 - dayOf(day).weekday);

/** The days on which the unit is open, from today until the end of the eighth week, and who is there then. */
export function coverByDay(look: Look): Map<string, Cover> {
  const { snapshot, unitId } = look;
  const today = dayAt(look.now);
  const days = weeksAhead * 7 - (today.weekday - 1);
  const range = { moment: new Date(today.from), days };
  const own = union(coachesOf(look).map((coach) => daysOf(look, coach, range)));
  const standIns = union(standInsOf(look).map((one) => daysOf(look, one, range)));
  const open = daysThere(unitCalendar(snapshot, unitId), always, range);
  return new Map(
    [...open].map((day) => [day, own.has(day) ? 'own' : standIns.has(day) ? 'stand_in' : 'others']),
  );
}

/** The same, week by week, Monday first. */
export function weeksOf(cover: ReadonlyMap<string, Cover>, now: Date): Week[] {
  const first = mondayOf(dayAt(now).name);
  const days = Map.groupBy([...cover], ([day]) => mondayOf(day));
  return Array.from({ length: weeksAhead }, (_, index) => {
    const monday = addDays(first, index * 7);
    return { monday, days: (days.get(monday) ?? []).map(([day, cover]) => ({ day, cover })) };
  });
}

/** `only` bounds it to when they stand in; `until` is the end of what makes them count. */
type Counting = { helper: Helper; only?: { from: Date; until: Date | null }; until: Date | null };

function coachesOf({ snapshot, coming, unitId }: Look): Counting[] {
  const now = snapshot.helpers
    .filter(({ coachOf }) => coachOf.includes(unitId))
    .map((helper) => ({ helper, until: helper.coachUntil[unitId] ?? null }));
  const later = coming
    .filter((one) => one.unitId === unitId)
    .map(({ helper, from, until }) => ({ helper, only: { from, until }, until: null }));
  return [...now, ...later];
}

/** Whom the coaches named, for always and for one absence, as long as those are coaches. */
function standInsOf({ snapshot, unitId }: Look): Counting[] {
  const byId = new Map(snapshot.helpers.map((helper) => [helper.personId, helper]));
  const named = (coach: Helper, id: string | null, only?: Counting['only']): Counting[] => {
    const helper = byId.get(id ?? '');
    return helper ? [{ helper, only, until: earliest(coach.until, coach.coachUntil[unitId]) }] : [];
  };
  return snapshot.helpers
    .filter(({ coachOf }) => coachOf.includes(unitId))
    .flatMap((coach) => [
      ...named(coach, coach.substituteId),
      ...coach.away.flatMap((absence) => named(coach, absence.substituteId, absence)),
    ]);
}

type Range = { moment: Date; days: number };

// An hour of "even niet" makes no day without a coach. Who is away now was perhaps there this morning: that is over.
function daysOf(
  { snapshot, unitId, now }: Look,
  { helper, only, until }: Counting,
  range: Range,
): Set<string> {
  const bounds = only ? outside(only) : [];
  const gaps = {
    away: [...helper.away, ...bounds],
    pausedUntil: currentAbsences(helper.away, now).length > 0 ? now : null,
    until: earliest(helper.until, until),
  };
  return daysThere(helperCalendar(snapshot, helper, unitId), gaps, range);
}

const earliest = (...ends: (Date | null | undefined)[]): Date | null =>
  ends.filter((end) => end instanceof Date).toSorted((a, b) => a.getTime() - b.getTime())[0] ?? null;

const outside = ({ from, until }: { from: Date; until: Date | null }) => [
  { from: new Date(0), until: from, substituteId: null },
  ...(until ? [{ from: until, until: null, substituteId: null }] : []),
];

const union = (sets: Set<string>[]): Set<string> =>
  sets.reduce((all, one) => all.union(one), new Set<string>());
