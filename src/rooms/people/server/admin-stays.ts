import { sql } from 'kysely';
import { addDays, localDay } from '#platform/days.ts';
import { Conflict } from '#platform/errors.ts';
import type { Tx } from '#platform/server/scope.ts';

/** Later than anybody's last day that is known. */
const inTheEnd = '9999-12-30';

/**
 * Does what changes the days of an appointment or a role, and refuses it when the organisation had an administrator and
 * would have none, today or, when somebody ends, on the day after `lastDay` or once all who are to go have gone: without
 * one nobody could put things right. One at a time.
 */
export async function whileAdminStays<Result>(
  tx: Tx,
  lastDay: string | null,
  change: () => Promise<Result>,
): Promise<Result> {
  await sql`select pg_advisory_xact_lock(hashtext('people.admin' || current_organisation()))`.execute(tx);
  const today = localDay(tx.now);
  const days =
    lastDay === null ? [today] : [today, addDays(lastDay, 1), inTheEnd].filter((day) => day >= today);
  const had: boolean[] = [];
  for (const day of days) had.push(await hasAdminOn(tx, day));
  const result = await change();
  for (const [index, day] of days.entries())
    if (had[index] && !(await hasAdminOn(tx, day))) throw new Conflict('people_last_admin');
  return result;
}

async function hasAdminOn(tx: Tx, day: string): Promise<boolean> {
  const { rows } = await sql`
    select 1 from role r join appointment a on a.id = r.appointment_id
     where r.kind = 'admin' and r.starts_on <= ${day} and (r.ends_on is null or r.ends_on >= ${day})
       and (a.starts_on is null or a.starts_on <= ${day}) and (a.ends_on is null or a.ends_on >= ${day})
     limit 1`.execute(tx);
  return rows.length > 0;
}
