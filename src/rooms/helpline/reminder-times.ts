// When "remind me" is: at the first moment of a day on which the unit is open. Pure.
import { addDays, dayOf, instantOf, localDay } from '#platform/days.ts';
import { firstOpen, type Calendar } from '#platform/hours.ts';

export type ReminderChoice = 'this_afternoon' | 'tomorrow' | 'in_a_week';

const afternoonMinute = 13 * 60;
const longestDays = 366;

/** What one may choose between now, each with its moment; "this afternoon" only while it still lies ahead. */
export function reminderChoices(calendar: Calendar, now: Date): { choice: ReminderChoice; at: Date }[] {
  const today = localDay(now);
  const afternoon = instantOf(dayOf(today), afternoonMinute);
  const at = openFrom(calendar, afternoon);
  const thisAfternoon = now.getTime() < afternoon && localDay(at) === today ? at : null;
  return [
    ...(thisAfternoon ? [{ choice: 'this_afternoon' as const, at: thisAfternoon }] : []),
    { choice: 'tomorrow', at: onDay(calendar, addDays(today, 1)) },
    { choice: 'in_a_week', at: onDay(calendar, addDays(today, 7)) },
  ];
}

/** A day of one's own; null when it is not after today, or more than a year ahead. */
export function reminderOn(calendar: Calendar, day: string, now: Date): Date | null {
  const today = localDay(now);
  return day > today && day <= addDays(today, longestDays) ? onDay(calendar, day) : null;
}

const onDay = (calendar: Calendar, day: string): Date => openFrom(calendar, dayOf(day).from);

/** In a unit that never opens: at that very moment. */
const openFrom = (calendar: Calendar, ms: number): Date =>
  firstOpen(calendar, new Date(ms), 1) ?? new Date(ms);
