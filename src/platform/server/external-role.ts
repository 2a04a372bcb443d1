import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type pg from 'pg';
import { createWhole } from './cluster-file.ts';
import { makeDataFolder } from './cluster-place.ts';
import { codeOf } from './cluster-trouble.ts';
import { ExternalTrouble } from './external-trouble.ts';
import { scramVerifier } from './scram.ts';

/** The password of the role that we make: kept before the role is made, so that none is made and then lost. */
export async function appPassword(dataFolder: string): Promise<string> {
  const file = join(dataFolder, 'app-database-password');
  await makeDataFolder(dataFolder);
  await createWhole(file, `${randomBytes(24).toString('base64url')}\n`);
  return (await readFile(file, 'utf8')).trim();
}

/** Who web and worker are in the database, and who is to make that role. */
export type Login = { role: string; password: string; made: 'by us' | 'by others' };

/** Sees to it that the role of web and worker exists; others make their own. Throws ExternalTrouble, with the SQL for it. */
export async function makeLogin(owner: pg.Client, { role, password, made }: Login): Promise<void> {
  if ((await owner.query('select from pg_roles where rolname = $1', [role])).rowCount) return;
  const rights = 'login nosuperuser nobypassrls nocreatedb nocreaterole noreplication';
  const verifier = owner.escapeLiteral(scramVerifier(password));
  const text = `create role ${owner.escapeIdentifier(role)} ${rights} password ${verifier}`;
  if (made === 'by us' && (await isDone(owner, text))) return;
  throw new ExternalTrouble('external_role_missing', { role }, `${text};`);
}

/** For a role that is there with a password that we do not know: whose it is only people can tell. */
export const passwordSql = (owner: pg.Client, { role, password }: Login): string =>
  `alter role ${owner.escapeIdentifier(role)} password ${owner.escapeLiteral(scramVerifier(password))};`;

/**
 * Lets the role in. The wall names one role, that of the first migration: another one becomes a member of it.
 * Returns the role of the wall. Throws ExternalTrouble, with the SQL for whoever may.
 */
export async function letIn(owner: pg.Client, role: string): Promise<string> {
  const wallRole = (await roleOfWall(owner)) ?? role;
  const needed = await missing(owner, role, wallRole);
  for (const statement of needed) await isDone(owner, statement);
  const left = needed.length > 0 ? await missing(owner, role, wallRole) : [];
  if (left.length > 0) throw new ExternalTrouble('external_role_needs', { role }, sqlOf(left));
  return wallRole;
}

/** Statements to run, as one text. */
export const sqlOf = (statements: readonly string[]): string =>
  statements.map((each) => `${each};`).join('\n');

async function roleOfWall(owner: pg.Client): Promise<string | null> {
  const { rows } = await owner.query<{ role: string }>(
    `select rolname as role from pg_policy join pg_roles r on r.oid = any (polroles)
      where polname = 'wall' and polrelid = to_regclass('public.organisation')`,
  );
  return rows[0]?.role ?? null;
}

async function missing(owner: pg.Client, role: string, wallRole: string): Promise<string[]> {
  const { rows } = await owner.query<{ connect: boolean; usage: boolean; wall: boolean; base: string }>(
    `select has_database_privilege($1, current_database(), 'CONNECT') as connect, current_database() as base,
            has_schema_privilege($1, 'public', 'USAGE') as usage, pg_has_role($1, $2::name, 'USAGE') as wall`,
    [role, wallRole],
  );
  const { connect, usage, wall, base } = rows[0]!;
  const [to, wallName] = [owner.escapeIdentifier(role), owner.escapeIdentifier(wallRole)];
  return [
    ...(connect ? [] : [`grant connect on database ${owner.escapeIdentifier(base)} to ${to}`]),
    ...(usage ? [] : [`grant usage on schema public to ${to}`]),
    ...(wall ? [] : [`grant ${wallName} to ${to}`]),
  ];
}

/** Whether we were allowed to. */
async function isDone(owner: pg.Client, statement: string): Promise<boolean> {
  try {
    await owner.query(statement);
    return true;
  } catch (error) {
    // 42501: not by us. 0LP01: not by anybody who lacks the right to pass it on.
    if (codeOf(error) === '42501' || codeOf(error) === '0LP01') return false;
    throw error;
  }
}
