import { dayOf } from '#platform/days.ts';
import { firstOpen } from '#platform/hours.ts';
import { closedDays } from '#platform/server/holidays.ts';
import { verb } from '#platform/server/verb.ts';
import { organisationOf } from '#rooms/organisations/server/index.ts';
import { thereForMinutes } from '../presence.ts';
import { unitCalendar } from '../opening.ts';
import { snapshotOf } from './snapshot.ts';

/** Long enough for the longest row of holidays. */
const searchDays = 30;

export type ClosedDay = {
  /** By its own hours the organisation is shut that day anyway. */
  wasShut: boolean;
  /** When it opens again; null when not within a month. */
  opens: Date | null;
  /** The names of the units that stay open that day. */
  stayOpen: string[];
};

/** What it would mean to be shut on a day, YYYY-MM-DD, before it is kept. */
export const closingWouldBe = verb('closingWouldBe', async (tx, name: string): Promise<ClosedDay> => {
  const { closingDays } = await organisationOf(tx);
  const snapshot = await snapshotOf(tx);
  const day = dayOf(name);
  const start = new Date(day.from);
  const closed = closedDays(start, searchDays, [...closingDays, name]);
  const hours = snapshot.defaultHours;
  const units = [...snapshot.units.values()].filter(({ id }) => {
    const opens = firstOpen(unitCalendar({ ...snapshot, closed }, id), start, thereForMinutes);
    return opens !== null && opens.getTime() < day.until;
  });
  return {
    wasShut: !hours[day.weekday]?.length,
    opens: firstOpen({ hours, closed }, start, thereForMinutes),
    stayOpen: units.map(({ name: unit }) => unit),
  };
});
