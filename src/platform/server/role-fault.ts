import type { RoleFault } from './external-trouble.ts';

type Ask = (text: string) => Promise<{ rows: unknown[] }>;
type Known = Record<'role', string> & Record<'superuser' | 'bypasses' | 'makes' | 'owns' | 'member', boolean>;

/**
 * Whoever makes roles can make itself a member of any other; and these read, write and run as the server itself.
 * What a role is a member of it can become (SET ROLE), so all of it counts.
 */
const question = `
  with mine as (select * from pg_roles where pg_has_role(current_user, oid, 'MEMBER')),
  owner as (
    select relowner as id from pg_class where relnamespace::regnamespace::text in ('public', 'identity', 'pgboss')
    union select nspowner from pg_namespace where nspname in ('public', 'identity', 'pgboss')
    union select datdba from pg_database where datname = current_database())
  select current_user as role,
    exists (select from mine where rolsuper) as superuser,
    exists (select from mine where rolbypassrls) as bypasses,
    exists (select from mine where rolcreaterole or rolname in
      ('pg_read_server_files', 'pg_write_server_files', 'pg_execute_server_program')) as makes,
    exists (select from owner join pg_roles on pg_roles.oid = id where rolname = current_user) as owns,
    exists (select from owner where pg_has_role(current_user, id, 'MEMBER')) as member`;

/**
 * Why the role of this connection is not one for web and worker, which see one organisation at a time: it would see
 * them all, or could make itself somebody who does. Null when it is what it should be.
 */
export async function faultOfRole(ask: Ask): Promise<{ role: string; fault: RoleFault | null }> {
  const { rows } = await ask(question);
  const known = rows[0] as Known;
  return { role: known.role, fault: nameOf(known) };
}

function nameOf({ superuser, bypasses, makes, owns, member }: Known): RoleFault | null {
  if (superuser) return 'database_role_superuser';
  if (bypasses) return 'database_role_bypasses';
  if (makes) return 'database_role_makes_roles';
  if (owns) return 'database_role_owns';
  return member ? 'database_role_member' : null;
}
