// Who could stand in for somebody during a time, and on how many of its days they are there. Pure.
import { dayOf, localDay } from '#platform/days.ts';
import type { Calendar } from '#platform/hours.ts';
import { daysThere, type Away } from './presence.ts';

/** `until` null: nobody knows yet. */
export type Period = { from: Date; until: Date | null };

/** `near`: of a unit of whom they stand in for. `days`: on how many of the working days of that time they are there. */
export type StandIn = {
  id: string;
  firstName: string;
  lastName: string;
  unitName: string;
  isCoach: boolean;
  near: boolean;
  days: { there: number; of: number };
};

const dayMs = 24 * 60 * 60_000;
const [openEndedDays, mostDays] = [7, 60];

/** As far as one looks: without an end a week. */
export const lastLookedAt = ({ from, until }: Period): Date => {
  const end = until ?? new Date(from.getTime() + openEndedDays * dayMs);
  return new Date(Math.min(end.getTime(), from.getTime() + mostDays * dayMs));
};

type Helping = { calendar: Calendar; away: Away[] };

/** On how many of the days on which `unit` is open somebody with that calendar is there. */
export function daysTogether(
  unit: Calendar,
  { calendar, away }: Helping,
  period: Period,
): { there: number; of: number } {
  const moment = new Date(dayOf(localDay(period.from)).from);
  const range = {
    moment,
    days: Math.max(1, Math.round((lastLookedAt(period).getTime() - moment.getTime()) / dayMs)),
  };
  const open = daysThere(unit, { away: [], pausedUntil: null, until: null }, range);
  const there = daysThere(calendar, { away, pausedUntil: null, until: null }, range);
  return { there: open.intersection(there).size, of: open.size };
}

const rank = ({ days, near, isCoach }: StandIn): number[] => [
  days.of === 0 ? 0 : 1 - days.there / days.of,
  Number(!isCoach),
  Number(!near),
];

/** Whoever is there most of that time first; among those coaches, then the nearest. Else as they came, by name. */
export const standInOrder = (one: StandIn, other: StandIn): number => {
  const [a, b] = [rank(one), rank(other)];
  return a.map((value, at) => value - (b[at] ?? 0)).find((step) => step !== 0) ?? 0;
};
