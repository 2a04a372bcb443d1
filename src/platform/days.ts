// The local calendar: days are names ('2026-11-23'), moments are instants, and this file alone ties the two.
// Everything reckons in one zone, whatever zone the server or the browser stands in.
import { Temporal } from 'temporal-polyfill';

export const zone = 'Europe/Brussels';

const dayMs = 24 * 60 * 60_000;
const hourMs = 60 * 60_000;
const minuteMs = 60_000;

/** A local day with its bounds in epoch milliseconds; 23 or 25 hours long when the clock changes. */
export type Day = { name: string; weekday: number; from: number; until: number; next: string };

const local = (date: Date) =>
  Temporal.Instant.fromEpochMilliseconds(date.getTime()).toZonedDateTimeISO(zone).toPlainDateTime();

/** Minutes on the local clock since midnight, 0 to 1439. */
export function minuteOfDay(date: Date): number {
  const { hour, minute } = local(date);
  return hour * 60 + minute;
}

/** The local day `days` further (or back, when negative). Days have no hours here, so that every one counts 24 in UTC. */
export const addDays = (day: string, days: number): string =>
  new Date(Date.parse(dayOf(day).name) + days * dayMs).toISOString().slice(0, 10);

/** So many times 24 hours earlier. */
export const daysBefore = (moment: Date, days: number): Date => new Date(moment.getTime() - days * dayMs);

// A pure memo: a day's bounds never change while the process lives. Emptied before it can grow large.
const known = new Map<string, Day>();

/** Bounds and ISO weekday (Monday 1) of a local day 'YYYY-MM-DD'. Throws RangeError on another shape. */
export function dayOf(name: string): Day {
  const memo = known.get(name);
  if (memo) return memo;
  const date = Temporal.PlainDate.from(name);
  if (date.toString() !== name) throw new RangeError(`not a day as YYYY-MM-DD: ${name}`);
  const next = date.add({ days: 1 });
  const day = {
    name,
    weekday: date.dayOfWeek,
    from: date.toZonedDateTime(zone).epochMilliseconds,
    until: next.toZonedDateTime(zone).epochMilliseconds,
    next: next.toString(),
  };
  if (known.size > 4000) known.clear();
  known.set(name, day);
  return day;
}

// The same for the hours since 1970: the clock here stands whole hours from UTC, so that an hour lies in one day.
const days = new Map<number, Day>();

/** The local day in which a moment falls. Throws RangeError on an invalid date. */
export function dayAt(date: Date): Day {
  const hour = Math.floor(date.getTime() / hourMs);
  const memo = days.get(hour);
  if (memo) return memo;
  const day = dayOf(local(date).toPlainDate().toString());
  if (days.size > 4000) days.clear();
  days.set(hour, day);
  return day;
}

/** The same, by name: 'YYYY-MM-DD'. */
export const localDay = (date: Date): string => dayAt(date).name;

/**
 * The first instant of that day (epoch ms) at which the local clock shows this minute (0 to 1440) or a later one.
 * So an hour that is skipped in March has no length, and one that comes twice in October counts from the first time.
 */
export function instantOf(day: Day, minute: number): number {
  if (day.until - day.from === dayMs) return day.from + minute * minuteMs;
  const wall = Temporal.PlainDateTime.from(day.name).add({ minutes: minute });
  const earliest = wall.toZonedDateTime(zone, { disambiguation: 'earlier' });
  if (earliest.toPlainDateTime().equals(wall)) return earliest.epochMilliseconds;
  return earliest.getTimeZoneTransition('next')?.epochMilliseconds ?? earliest.epochMilliseconds;
}
