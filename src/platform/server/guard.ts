import { sql } from 'kysely';
import { database } from './db.ts';

/**
 * Web and worker run as a role that the wall stops. As the owner of the tables, or as a superuser, they
 * would see every organisation: then they do not start at all. Throws when that is so.
 */
export async function refuseOwner(): Promise<void> {
  const { rows } = await sql<{ superuser: boolean; owner: boolean }>`
    select (rolsuper or rolbypassrls) as superuser,
           exists (select from pg_tables where schemaname = 'public' and tableowner = current_user) as owner
      from pg_roles where rolname = current_user`.execute(database().db);
  if (rows[0]?.superuser || rows[0]?.owner)
    throw new Error(
      'DATABASE_URL belongs to the owner of the tables or to a superuser. Give web and worker the role that owns nothing.',
    );
}
