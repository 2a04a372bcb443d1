import { sql } from 'kysely';
import { daysBefore, localDay } from '#platform/days.ts';
import { inOrganisation, type Actor } from '#platform/server/scope.ts';
import { newDays } from './newcomers.ts';

/**
 * A list is a start, not a file: it goes 30 days after it was finished, a year after the first day in any case, and when
 * who it is of no longer works here. Not before somebody stopped being new, or they would stand there as new again.
 */
export const forgetWelcomes = (actor: Actor): Promise<void> =>
  inOrganisation(actor, async (tx) => {
    const today = localDay(tx.now);
    await sql`
      delete from welcome w
       where (w.finished_at < ${daysBefore(tx.now, newDays)} and w.begins_on < ${today}::date - ${newDays}::int)
          or w.begins_on < ${today}::date - interval '12 months'
          or not exists (select from appointment a
            where a.person_id = w.person_id and (a.ends_on is null or a.ends_on >= ${today}))`.execute(tx);
  });
