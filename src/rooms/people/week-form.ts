import * as v from 'valibot';
import { m } from '#messages';
import { parseWeekHours, type WeekHours } from '#platform/hours.ts';
import { dayLabel, weekdays, type Weekday } from './week.ts';

/** A week as a form has it: for each day two spans, each from and until. What is left empty is closed. */
export type WeekField = `day${Weekday}-${1 | 2}-${'from' | 'until'}`;
export type WeekValues = Partial<Record<WeekField, string>>;

const parts = [1, 2] as const;
const sides = ['from', 'until'] as const;

const text = v.optional(v.pipe(v.string(), v.trim()), '');
const fields = weekdays.flatMap((day) =>
  parts.flatMap((part) => sides.map((side): WeekField => `day${day}-${part}-${side}`)),
);

/** To be spread into the entries of a form. */
export const weekEntries = Object.fromEntries(fields.map((field) => [field, text])) as Record<
  WeekField,
  typeof text
>;

/** What stands in the fields of a week that was set before. A form can only write midnight as '00:00'. */
export const weekValues = (hours: WeekHours | null): WeekValues =>
  Object.fromEntries(
    weekdays.flatMap((day) =>
      parts.flatMap((part) => {
        const [from, until] = hours?.[day]?.[part - 1] ?? ['', ''];
        return [
          [`day${day}-${part}-from`, from],
          [`day${day}-${part}-until`, until === '24:00' ? '00:00' : until],
        ];
      }),
    ),
  );

type Problem = { field: WeekField; key: string };

/** The week of a form, or by field what is wrong with it (keys of messages/nl.json). Null: nothing was filled in. */
export function readWeek(values: WeekValues): { hours: WeekHours | null; problems: Problem[] } {
  const week: WeekHours = {};
  const problems: Problem[] = [];
  for (const day of weekdays) {
    const read = readDay(day, values);
    if ('key' in read) problems.push(read);
    else if (read.spans.length > 0) week[day] = read.spans;
  }
  if (problems.length > 0) return { hours: null, problems };
  return { hours: Object.keys(week).length > 0 ? parseWeekHours(week) : null, problems };
}

function readDay(day: Weekday, values: WeekValues): Problem | { spans: [string, string][] } {
  const spans: [string, string][] = [];
  for (const part of parts) {
    const field: WeekField = `day${day}-${part}-from`;
    const from = values[field] ?? '';
    const typed = values[`day${day}-${part}-until`] ?? '';
    if (from === '' && typed === '') continue;
    if (from === '' || typed === '') return { field, key: 'people_week_half' };
    if (![from, typed].every((time) => /^([01]\d|2[0-3]):[0-5]\d$/.test(time)))
      return { field, key: 'people_week_unusable' };
    const until = typed === '00:00' ? '24:00' : typed;
    if (from >= until) return { field, key: 'people_week_order' };
    if (from < (spans[0]?.[1] ?? '')) return { field, key: 'people_week_overlap' };
    spans.push([from, until]);
  }
  return { spans };
}

const capital = (word: string) => word.slice(0, 1).toUpperCase() + word.slice(1);

/** The problems of a form with the day before each that belongs to one. */
export const namedProblems = (problems: Record<string, string>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(problems).map(([field, problem]) => {
      const day = /^day([1-7])-/.exec(field)?.[1] as Weekday | undefined;
      return [field, day ? m.people_week_problem({ day: capital(dayLabel(day)), problem }) : problem];
    }),
  );
