import { sql } from 'kysely';
import { daysBefore } from '#platform/days.ts';
import { clock } from '#platform/server/clock.ts';
import { database } from '#platform/server/db.ts';
import { inOrganisation, type Actor } from '#platform/server/scope.ts';

const absenceDays = 30;

/** When somebody was away, and that they were looked for in vain, is nobody's business afterwards. */
export const forgetAbsences = (actor: Actor): Promise<void> =>
  inOrganisation(actor, async (tx) => {
    await tx.deleteFrom('absence').where('ends_at', '<', daysBefore(tx.now, absenceDays)).execute();
    await tx.deleteFrom('not_found').where('until', '<', tx.now).execute();
  });

/** Sessions, links and codes that open nothing any more, by the clock of the library that made them. Of everybody at once. */
export async function forgetSessions(): Promise<void> {
  for (const table of ['session', 'proof'])
    await sql`delete from ${sql.table(`identity.${table}`)} where expires_at < ${clock.now()}`.execute(
      database().db,
    );
}
