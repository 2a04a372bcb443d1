import { sql } from 'kysely';
import { database } from '#platform/server/db.ts';

const lockName = 'onboarding.demo';

/** One beginning at a time over all processes. The lock is its connection's: it goes when the process does. */
export async function alone<Result>(work: () => Promise<Result>): Promise<Result> {
  return database()
    .db.connection()
    .execute(async (db) => {
      await sql`select pg_advisory_lock(hashtext(${lockName}))`.execute(db);
      try {
        return await work();
      } finally {
        await sql`select pg_advisory_unlock(hashtext(${lockName}))`.execute(db);
      }
    });
}

/** Whether somebody, in whichever process, is at it now. */
export async function isBusy(): Promise<boolean> {
  const { rows } = await sql<{ free: boolean }>`
    select pg_try_advisory_xact_lock_shared(hashtext(${lockName})) as free`.execute(database().db);
  return !rows[0]!.free;
}
