import { addDays, localDay } from '#platform/days.ts';
import { Conflict, Invalid, NotFound } from '#platform/errors.ts';
import { publicHolidays } from '#platform/server/holidays.ts';
import { verb } from '#platform/server/verb.ts';

/** `own`: chosen by the organisation; the others are the legal holidays. `day` is YYYY-MM-DD. */
export type ClosingDay = { day: string; name: string; own: boolean };

const aheadDays = 400;
/** Nobody plans further, and a mistyped year is noticed. */
const furthestDays = 5 * 366;

/** What is shut from today on, in order: own days however far, holidays for a year and a month. */
export const closingDaysHere = verb('closingDaysHere', async (tx): Promise<ClosingDay[]> => {
  const today = localDay(tx.now);
  const own = await tx.selectFrom('closing_day').select(['day', 'name']).where('day', '>=', today).execute();
  const chosen = new Set(own.map(({ day }) => day));
  const legal = holidaysFrom(today).filter(({ day }) => !chosen.has(day));
  return [...legal, ...own.map((one) => ({ ...one, own: true }))].toSorted((a, b) =>
    a.day < b.day ? -1 : 1,
  );
});

function holidaysFrom(today: string): ClosingDay[] {
  const end = addDays(today, aheadDays);
  const [first, last] = [today, end].map((day) => Number(day.slice(0, 4))) as [number, number];
  const years = Array.from({ length: last - first + 1 }, (_, at) => first + at);
  return years
    .flatMap((year) => [...publicHolidays(year)])
    .filter(([day]) => day >= today && day < end)
    .map(([day, name]) => ({ day, name, own: false }));
}

/** Shuts the organisation on a day to come. Throws Invalid when that day is over, and Conflict when it is shut already. */
export const addClosingDay = verb(
  'addClosingDay',
  async (tx, { day, name }: { day: string; name: string }) => {
    const today = localDay(tx.now);
    if (day < today) throw new Invalid({ day: 'organisations_day_past' });
    if (day > addDays(today, furthestDays)) throw new Invalid({ day: 'organisations_day_far' });
    if (publicHolidays(Number(day.slice(0, 4))).has(day)) throw new Conflict('organisations_day_holiday');
    const { numInsertedOrUpdatedRows } = await tx
      .insertInto('closing_day')
      .values({ day, name })
      .onConflict((conflict) => conflict.columns(['organisation_id', 'day']).doNothing())
      .executeTakeFirst();
    if (numInsertedOrUpdatedRows === 0n) throw new Conflict('organisations_day_twice');
  },
);

/** Opens it again; gives back the name it had, to undo this. */
export const removeClosingDay = verb(
  'removeClosingDay',
  async (tx, day: string): Promise<{ name: string }> => {
    const row = await tx
      .deleteFrom('closing_day')
      .where('day', '=', day)
      .returning('name')
      .executeTakeFirst();
    if (!row) throw new NotFound();
    return row;
  },
);
