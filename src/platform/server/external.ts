import type pg from 'pg';
import { roles } from './cluster-session.ts';
import { connectExternal, type Patience } from './external-connect.ts';
import { markElsewhere } from './external-mark.ts';
import { appPassword, letIn, makeLogin, passwordSql, sqlOf, type Login } from './external-role.ts';
import { asRole, userOf, type External } from './external-settings.ts';
import { ExternalTrouble } from './external-trouble.ts';
import { faultOfRole } from './role-fault.ts';

/** A database that can be worked with, whoever runs it. */
export type Reached = {
  /** For migrations, backup and restore. */
  ownerUrl: string;
  /** For web and worker: owns nothing, passes no wall. */
  appUrl: string;
  /** The role that the wall names: that of web and worker, or one that theirs is a member of. */
  appRole: string;
};

type Options = Patience & {
  dataFolder: string;
  /** What the role of web and worker is called when we are to make it. */
  role?: string;
};

/** Oldest version whose SQL we speak. */
const oldest = 15;

/**
 * Looks whether the PostgreSQL of somebody else is one to work with, and makes the role of web and worker there, or
 * takes the one that was given. May be asked as often as one likes. Throws ExternalTrouble.
 */
export async function openExternal({ ownerUrl, appUrl }: External, options: Options): Promise<Reached> {
  const owner = await connectExternal({ name: 'DATABASE_URL', url: ownerUrl }, options);
  try {
    await checkServer(owner);
    await checkOwner(owner);
    await owner.query(`select pg_advisory_lock(hashtext('trekkracht.roles'))`);
    const login: Login = appUrl
      ? { role: userOf(appUrl), password: decodeURIComponent(new URL(appUrl).password), made: 'by others' }
      : { role: options.role ?? roles.app, password: await appPassword(options.dataFolder), made: 'by us' };
    await makeLogin(owner, login);
    const appRole = await letIn(owner, login.role);
    const url = appUrl ?? asRole(ownerUrl, login.role, login.password);
    await checkApp(owner, { url, login, ...options });
    await markElsewhere(options.dataFolder, ownerUrl);
    return { ownerUrl, appUrl: url, appRole };
  } finally {
    await owner.end().catch(() => {});
  }
}

async function checkServer(owner: pg.Client): Promise<void> {
  const { rows } = await owner.query<ServerFacts>(
    `select current_setting('server_version_num')::int as number, current_setting('server_version') as version,
            current_setting('server_encoding') = 'UTF8' and lower(chr(201)) = chr(233) as unicode,
            exists (select from pg_collation where collname = 'nl-BE-x-icu') as dutch`,
  );
  const trouble = troubleWith(rows[0]!);
  if (trouble) throw trouble;
}

type ServerFacts = { number: number; version: string; unicode: boolean; dutch: boolean };

/** The folding of letters counts too: people are found by a name typed in small letters. */
export function troubleWith({ number, version, unicode, dutch }: ServerFacts): ExternalTrouble | null {
  if (number < oldest * 10_000) return new ExternalTrouble('external_too_old', { version });
  if (!unicode) return new ExternalTrouble('external_not_unicode', {}, emptySql);
  return dutch ? null : new ExternalTrouble('external_no_collation');
}

const emptySql = `create database trekkracht template template0 encoding 'UTF8' locale 'C.UTF-8';`;

async function checkOwner(owner: pg.Client): Promise<void> {
  const { rows } = await owner.query<{ role: string; holder: string | null; base: string; may: boolean }>(
    `select current_user as role, current_database() as base,
            (select tableowner from pg_tables where schemaname = 'public' and tablename = 'migration') as holder,
            has_database_privilege(current_database(), 'CREATE') and has_schema_privilege('public', 'CREATE') as may`,
  );
  const { role, holder, base, may } = rows[0]!;
  if (holder !== null && holder !== role) throw new ExternalTrouble('external_other_owner', { role, holder });
  const [name, to] = [owner.escapeIdentifier(base), owner.escapeIdentifier(role)];
  const grants = [
    `grant create on database ${name} to ${to}`,
    `grant usage, create on schema public to ${to}`,
  ];
  if (!may) throw new ExternalTrouble('external_owner_needs', { role }, sqlOf(grants));
}

/** The role of web and worker comes in, in the same database, and is not more than it should be. */
async function checkApp(owner: pg.Client, way: { url: string; login: Login } & Patience): Promise<void> {
  const app = await connectApp(owner, way);
  try {
    if ((await whereabouts(app)) !== (await whereabouts(owner)))
      throw new ExternalTrouble('external_other_database');
    const { role, fault } = await faultOfRole((text) => app.query(text));
    if (fault) throw new ExternalTrouble(fault, { role });
  } finally {
    await app.end().catch(() => {});
  }
}

async function connectApp(
  owner: pg.Client,
  { url, login, ...patience }: { url: string; login: Login } & Patience,
): Promise<pg.Client> {
  if (login.made === 'by others') return connectExternal({ name: 'APP_DATABASE_URL', url }, patience);
  const { role } = login;
  return connectExternal({ name: role, url }, patience).catch((error: unknown) => {
    // 28P01: the password is wrong.
    if (!(error instanceof ExternalTrouble) || error.words.code !== '28P01') throw error;
    const detail = `${error.detail}\n${passwordSql(owner, login)}`;
    throw new ExternalTrouble('external_role_password', { role }, detail);
  });
}

/** One database of one server that runs, as an opaque text. */
async function whereabouts(client: pg.Client): Promise<string> {
  const { rows } = await client.query<{ here: string }>(
    `select current_database() || ' ' || extract(epoch from pg_postmaster_start_time()) as here`,
  );
  return rows[0]!.here;
}
