import { addDays, dayOf, localDay } from '../../src/platform/days.ts';
import { publicHolidays } from '../../src/platform/server/holidays.ts';

/** Ten o'clock on the next Tuesday, Wednesday or Thursday that is no holiday: everybody is at work. */
export function nextWorkingMorning(now = new Date()): string {
  for (let day = addDays(localDay(now), 1); ; day = addDays(day, 1)) {
    const isHoliday = publicHolidays(Number(day.slice(0, 4))).has(day);
    if ([2, 3, 4].includes(dayOf(day).weekday) && !isHoliday) return `${day} 10:00`;
  }
}
