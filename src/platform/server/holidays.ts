// Kept apart from hours.ts: date-holidays carries the rules of the whole world and must not reach the browser.
import Holidays from 'date-holidays';
import { addDays, localDay } from '../days.ts';

const belgium = new Holidays('BE', 'VLG', { languages: 'nl' });

// A pure memo: the holidays of a year do not change.
const years = new Map<number, ReadonlyMap<string, string>>();

/**
 * The ten legal holidays of a year: local day -> Dutch name. 11 July (feestdag van de Vlaamse Gemeenschap) is not
 * among them: it is a holiday by law only for the Flemish administration. A local authority that shuts on it, as most
 * do, has it among its own closing days. A holiday that falls on a Sunday is not moved: the day instead is chosen by
 * each employer, so it is an own closing day as well.
 */
export function publicHolidays(year: number): ReadonlyMap<string, string> {
  const memo = years.get(year);
  if (memo) return memo;
  const legal = belgium.getHolidays(year).filter(({ type }) => type === 'public');
  const days = new Map(legal.map(({ date, name }) => [date.slice(0, 10), name]));
  years.set(year, days);
  return days;
}

/**
 * The closed local days among the `days` days that begin with the local day of `from`: legal holidays and the own
 * closing days ('YYYY-MM-DD') given. Ask for as many days as will be looked ahead.
 */
export function closedDays(from: Date, days: number, own: Iterable<string>): Set<string> {
  const first = localDay(from);
  const end = addDays(first, days);
  const closed = new Set<string>(own);
  for (let year = Number(first.slice(0, 4)); year <= Number(end.slice(0, 4)); year += 1) {
    for (const day of publicHolidays(year).keys()) closed.add(day);
  }
  return new Set([...closed].filter((day) => day >= first && day < end).toSorted());
}
