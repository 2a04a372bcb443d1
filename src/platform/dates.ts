// Days and clock times as the screen writes them: 'ma 23 nov. 2026', '9.00', 'morgen om 9.00 uur'. Pure, browser-safe.
import { m } from '#messages';
import { addDays, dayOf, localDay, minuteOfDay } from './days.ts';

export { localDay, minuteOfDay };

// Formatted at noon in UTC, so that the day's name alone decides and no zone can shift it.
const names = (options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat('nl-BE', { ...options, timeZone: 'UTC' });
const weekdays = names({ weekday: 'short' });
const shortMonths = names({ month: 'short' });
const longMonths = names({ month: 'long' });

const noon = (day: string) => new Date(`${day}T12:00:00Z`);

const dayName = (day: Date | string): string => dayOf(typeof day === 'string' ? day : localDay(day)).name;

// Browsers and servers disagree on the full stop after a short name ('nov' or 'nov.'): it is set here, by one rule.
function written(day: string): string {
  const weekday = weekdays.format(noon(day)).replace('.', '');
  const short = shortMonths.format(noon(day)).replace('.', '');
  const month = short === longMonths.format(noon(day)) ? short : `${short}.`;
  return `${weekday} ${Number(day.slice(8))} ${month}`;
}

// A pure memo, as in days.ts: a page with the coming weeks of every unit names the same days again and again.
const known = new Map<string, string>();

function withoutYear(day: string): string {
  const memo = known.get(day);
  if (memo !== undefined) return memo;
  if (known.size > 4000) known.clear();
  const text = written(day);
  known.set(day, text);
  return text;
}

/** 'ma 23 nov. 2026', of a moment or of a local day 'YYYY-MM-DD'. Throws RangeError on anything else. */
export function formatDay(day: Date | string): string {
  const name = dayName(day);
  return `${withoutYear(name)} ${Number(name.slice(0, 4))}`;
}

/** 'ma 23 nov.': for days so near that the year goes without saying. */
export const formatShortDay = (day: Date | string): string => withoutYear(dayName(day));

/** '9.00', '16.30': the local clock without the word 'uur'. */
export function formatClock(date: Date): string {
  const minute = minuteOfDay(date);
  return `${Math.floor(minute / 60)}.${String(minute % 60).padStart(2, '0')}`;
}

/** 'vandaag om 14.00 uur', 'morgen om 9.00 uur', 'ma 23 nov. om 9.00 uur'; with the year when it is not that of `now`. */
export function formatMoment(date: Date, now: Date): string {
  const [day, today, time] = [localDay(date), localDay(now), formatClock(date)];
  if (day === today) return m.ui_today_at({ time });
  if (day === addDays(today, 1)) return m.ui_tomorrow_at({ time });
  if (day === addDays(today, -1)) return m.ui_yesterday_at({ time });
  const sameYear = day.slice(0, 4) === today.slice(0, 4);
  return m.ui_day_at({ day: sameYear ? withoutYear(day) : formatDay(day), time });
}
