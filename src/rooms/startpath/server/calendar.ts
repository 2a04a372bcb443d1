import { addDays, dayOf, localDay } from '#platform/days.ts';
import { closedDays } from '#platform/server/holidays.ts';
import type { Tx } from '#platform/server/scope.ts';
import { organisationOf } from '#rooms/organisations/server/index.ts';

const aheadDays = 800;

/** Today, and the days on which nobody works, from `since` (or today) until far enough. */
export async function calendarOf(tx: Tx, since?: string) {
  const today = localDay(tx.now);
  const from = since !== undefined && since < today ? since : today;
  const days = Math.round((Date.parse(today) - Date.parse(from)) / 86_400_000) + aheadDays;
  const { closingDays } = await organisationOf(tx);
  return { today, closed: closedDays(new Date(dayOf(from).from), days, closingDays) };
}

/** Nobody plans further, and a mistyped year is noticed. */
export const isFar = (day: string, today: string): boolean =>
  day < addDays(today, -366) || day > addDays(today, 2 * 366);
