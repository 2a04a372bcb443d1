// Opening hours: a week pattern in local time, closed days, and reckoning with what is open. Pure, browser-safe.
import * as v from 'valibot';
import { dayAt, dayOf, instantOf } from './days.ts';

/** Keys '1' (Monday) to '7'; local times 'HH:MM', sorted, apart; `until` may be '24:00'. Goes into a jsonb column. */
export type WeekHours = Record<string, [from: string, until: string][]>;

/** `closed` holds local days 'YYYY-MM-DD' on which the pattern does not count. */
export type Calendar = { hours: WeekHours; closed: ReadonlySet<string> };

/** Half open, in epoch milliseconds. */
export type Span = { from: number; until: number };

const searchDays = 400;
const minuteMs = 60_000;

const minutesOf = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));

const clockTime = v.pipe(v.string(), v.regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/, 'a time must read HH:MM'));

const daySpans = v.pipe(
  v.array(v.tuple([clockTime, clockTime])),
  v.check((spans) => spans.every(([from, until]) => from < until), 'a span must end after it begins'),
  v.transform((spans) => spans.toSorted(([a], [b]) => minutesOf(a) - minutesOf(b))),
  v.check(
    (spans) => spans.every(([from], at) => from >= (spans[at - 1]?.[1] ?? '00:00')),
    'spans of one day must not overlap',
  ),
);

/** What a form, an action or a stored column is checked with; the output is sorted and has no days without spans. */
export const weekHoursSchema = v.pipe(
  v.record(v.picklist(['1', '2', '3', '4', '5', '6', '7'], 'a weekday is 1 (Monday) to 7'), daySpans),
  v.transform((week): WeekHours =>
    Object.fromEntries(Object.entries(week).filter(([, spans]) => spans.length > 0)),
  ),
);

/** Throws an Error that names the day and what is wrong with it. */
export function parseWeekHours(value: unknown): WeekHours {
  const parsed = v.safeParse(weekHoursSchema, value);
  if (parsed.success) return parsed.output;
  const [issue] = parsed.issues;
  throw new Error(`week hours, ${v.getDotPath(issue) ?? 'whole'}: ${issue.message}`);
}

const officeDay = (): [string, string][] => [
  ['08:30', '12:00'],
  ['13:00', '16:30'],
];

/** The default of an authority that set nothing: a setting everywhere, see product.md 3.3. */
export const defaultWeekHours: WeekHours = {
  '1': officeDay(),
  '2': officeDay(),
  '3': officeDay(),
  '4': officeDay(),
  '5': officeDay(),
};

/**
 * What is open from `moment` on, in order, until the end of the local day `days` further. Lazy: take what you need.
 * A stretch over midnight comes as two spans that touch. Expects hours as `parseWeekHours` returns them.
 */
export function* openSpans({ hours, closed }: Calendar, moment: Date, days = searchDays): Generator<Span> {
  let day = dayAt(moment);
  for (let left = days; left >= 0; left -= 1) {
    const week = closed.has(day.name) ? [] : (hours[day.weekday] ?? []);
    for (const [opens, closes] of week) {
      const from = Math.max(instantOf(day, minutesOf(opens)), moment.getTime());
      const until = instantOf(day, minutesOf(closes));
      if (from < until) yield { from, until };
    }
    day = dayOf(day.next);
  }
}

/** Where the first stretch of at least that many minutes begins (epoch ms), spans that touch taken together. */
export function firstStretch(spans: Iterable<Span>, atLeastMinutes: number): number | null {
  let stretch: Span = { from: 0, until: Number.NEGATIVE_INFINITY };
  for (const { from, until } of spans) {
    stretch = { from: stretch.until === from ? stretch.from : from, until };
    if (until - stretch.from >= atLeastMinutes * minuteMs) return stretch.from;
  }
  return null;
}

/** The end (epoch ms) of the stretch that holds `moment`, or null when no span holds it. */
export function stretchEnd(spans: Iterable<Span>, moment: Date): number | null {
  let end: number | null = null;
  for (const { from, until } of spans) {
    if (from > (end ?? moment.getTime())) break;
    end = until;
  }
  return end;
}

/**
 * The moment at which that many open minutes have passed after `moment`; they are minutes that really pass, also when
 * the clock changes. Null when the calendar holds too few in the coming 400 days. RangeError on negative minutes.
 */
export function addOpenMinutes(calendar: Calendar, moment: Date, minutes: number): Date | null {
  if (!(minutes >= 0)) throw new RangeError(`cannot add ${minutes} open minutes`);
  let leftMs = minutes * minuteMs;
  if (leftMs === 0) return moment;
  for (const { from, until } of openSpans(calendar, moment)) {
    if (leftMs <= until - from) return new Date(from + leftMs);
    leftMs -= until - from;
  }
  return null;
}

/** The first moment, `moment` itself included, from which it stays open that long; null when not within 400 days. */
export function firstOpen(calendar: Calendar, moment: Date, forAtLeastMinutes: number): Date | null {
  const from = firstStretch(openSpans(calendar, moment), forAtLeastMinutes);
  return from === null ? null : new Date(from);
}
