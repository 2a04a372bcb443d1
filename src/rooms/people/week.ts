import { m } from '#messages';
import type { WeekHours } from '#platform/hours.ts';

/** The days of a week pattern, Monday first, as WeekHours names them. */
export const weekdays = ['1', '2', '3', '4', '5', '6', '7'] as const;
export type Weekday = (typeof weekdays)[number];

const names: Record<Weekday, () => string> = {
  '1': m.people_monday,
  '2': m.people_tuesday,
  '3': m.people_wednesday,
  '4': m.people_thursday,
  '5': m.people_friday,
  '6': m.people_saturday,
  '7': m.people_sunday,
};

export const dayLabel = (day: Weekday): string => names[day]();

/** '08:30' as the screen writes it: '8.30'. */
export const clock = (time: string) => `${Number(time.slice(0, 2))}.${time.slice(3)}`;

const timesOf = (spans: WeekHours[string]): string =>
  spans
    .map(([from, until]) => m.people_week_span({ from: clock(from), until: clock(until) }))
    .reduce((first, second) => m.people_week_and({ first, second }));

export type WeekRow = { days: string; times: string };

/** A week in words: days that follow each other and are alike stand together; closed days are left out. */
export function weekRows(hours: WeekHours): WeekRow[] {
  const runs: { days: Weekday[]; times: string }[] = [];
  for (const day of weekdays) {
    const spans = hours[day] ?? [];
    const times = spans.length > 0 ? timesOf(spans) : '';
    const run = runs.at(-1);
    if (run?.times === times) run.days.push(day);
    else runs.push({ days: [day], times });
  }
  return runs.flatMap(({ days, times }) => (times === '' ? [] : { days: daysLabel(days), times }));
}

function daysLabel(days: readonly Weekday[]): string {
  const [first, last] = [dayLabel(days[0]!), dayLabel(days.at(-1)!)];
  if (days.length === 1) return first;
  return days.length === 2
    ? m.people_week_and({ first, second: last })
    : m.people_week_days({ from: first, until: last });
}
