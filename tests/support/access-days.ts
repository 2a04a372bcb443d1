import { addClosingDay } from '#rooms/organisations/server/index.ts';
import { makeAbsence } from './access-subjects.ts';
import { postIn, type Visitor } from './access-visitors.ts';
import type { Workshop } from './access-workshop.ts';

export type DaysAndAbsences = {
  /** An absence of somebody that stays, or one that was made for this; '' for whoever does not work here. */
  absenceOf(personId: string, trial: boolean): Promise<string>;
  /** A day of which nobody said yet that it is closed; and one that is. */
  freeDay(trial: boolean): string;
  closingDay(trial: boolean): Promise<string>;
};

/** Everybody has an absence to come, which refused attempts are about. */
export async function daysAndAbsences(
  here: Workshop,
  visitors: readonly Visitor[],
): Promise<DaysAndAbsences> {
  const ids = new Map<string, string>();
  const staff = visitors.flatMap((visitor) => postIn(visitor, 'veurne')?.personId ?? []);
  const saar = await here.owner.query<{ id: string }>(`select id from person where first_name = 'Saar'`);
  for (const id of [...staff, saar.rows[0]!.id]) ids.set(id, await makeAbsence(here, id));
  let days = 0;
  // In March there is no holiday before the twenty-third.
  const freeDay = (trial: boolean) =>
    `${new Date().getFullYear() + 2}-03-${String(trial ? 22 : ++days).padStart(2, '0')}`;
  const close = async (day: string) => {
    await addClosingDay(here.town.system, { day, name: 'Brug' });
    return day;
  };
  const closed = await close(freeDay(false));
  return {
    absenceOf: async (personId, trial) =>
      trial || !ids.has(personId) ? (ids.get(personId) ?? '') : makeAbsence(here, personId),
    freeDay,
    closingDay: async (trial) => (trial ? closed : close(freeDay(false))),
  };
}
