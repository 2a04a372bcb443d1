import { addDays, dayOf, instantOf, localDay } from '#platform/days.ts';
import { openSpans, type Calendar } from '#platform/hours.ts';

// When the demo's past happened, counted back from the moment it is made. Pure.

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;

/** A place in the past, as demo/question.ts writes it: `hour` is 'HH:MM' in Brussels. */
export type Past = { daysAgo: number; hour: string };

/** The local day that many days ago; the last working day before it when it is in a weekend or closed. */
export function workingDay(now: Date, daysAgo: number, closed: ReadonlySet<string>): string {
  let day = addDays(localDay(now), -daysAgo);
  while (dayOf(day).weekday > 5 || closed.has(day)) day = addDays(day, -1);
  return day;
}

export function momentOf(now: Date, { daysAgo, hour }: Past, closed: ReadonlySet<string>): Date {
  const minutes = Number(hour.slice(0, 2)) * 60 + Number(hour.slice(3));
  return new Date(instantOf(dayOf(workingDay(now, daysAgo, closed)), minutes));
}

export const minutesAfter = (moment: Date, minutes: number): Date =>
  new Date(moment.getTime() + minutes * minuteMs);

const searchDays = 28;

/** The moment since which that many open minutes have passed; at most four weeks back. */
export function openMinutesBefore(calendar: Calendar, now: Date, minutes: number): Date {
  const start = new Date(now.getTime() - searchDays * dayMs);
  const spans = [...openSpans(calendar, start, searchDays)].filter(({ from }) => from < now.getTime());
  let leftMs = minutes * minuteMs;
  for (const { from, until } of spans.toReversed()) {
    const end = Math.min(until, now.getTime());
    if (leftMs <= end - from) return new Date(end - leftMs);
    leftMs -= end - from;
  }
  return start;
}

const oldestOpenMinutes = 180;
const apartMinutes = 14;

/**
 * When a question of the demo was asked: as written, but one that is still open no longer ago than keeps it with
 * whoever has it (`order` keeps those apart), and early enough for its whole thread to be over by now.
 */
export function askedAt(
  past: Past & { open: boolean; order: number; lastsMinutes: number },
  now: Date,
  calendar: Calendar,
): Date {
  const written = momentOf(now, past, calendar.closed).getTime();
  const openMinutes = Math.max(oldestOpenMinutes - past.order * apartMinutes, 0);
  const earliest = past.open ? openMinutesBefore(calendar, now, openMinutes).getTime() : written;
  const latest = minutesAfter(now, -past.lastsMinutes).getTime();
  const chosen = Math.min(Math.max(written, earliest), latest);
  return new Date(Math.floor(chosen / minuteMs) * minuteMs);
}
