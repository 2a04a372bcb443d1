import { createHash, randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { makeRoles } from '../../src/platform/server/cluster-bootstrap.ts';
import { startCluster, type Cluster } from '../../src/platform/server/cluster.ts';
import { createWhole } from '../../src/platform/server/cluster-file.ts';
import { projectFolder } from '../../src/platform/server/cluster-place.ts';
import { jobs } from '../../src/registry.server.ts';
import { migrate, migrationFiles } from '../../src/platform/server/migrate.ts';

/** The PostgreSQL of the tests, the name of a database in it that is migrated and empty, and a key for settings. */
export type TestServer = {
  superuserUrl: string;
  ownerUrl: string;
  appUrl: string;
  template: string;
  secretFile: string;
};

const dataFolder = join(projectFolder, '.cache', 'test-cluster');

type Started = Pick<Cluster, 'superuserUrl' | 'ownerUrl' | 'appUrl' | 'leave'>;

/**
 * The server of tests/long/postgres-15.ts: an empty one, reached as its superuser, that goes after the run. Everybody
 * has the same password there.
 */
async function useGiven(superuserUrl: string): Promise<Started> {
  const { password, host } = new URL(superuserUrl);
  const passwords = { superuser: password, owner: password, app: password };
  await withSuperuser(superuserUrl, (client) => makeRoles(client, passwords));
  const url = (role: string) => `postgres://${role}:${password}@${host}/trekkracht`;
  return { superuserUrl, ownerUrl: url(ownerRole), appUrl: url(appRole), leave: async () => {} };
}

/**
 * Starts the server of the tests, or joins a run that has it already; whoever leaves last stops it. It is kept
 * between runs, so that a template is migrated once for each state of db/migrations. TEST_SUPERUSER_URL names another.
 */
export async function openTestServer(): Promise<{ server: TestServer; leave: () => Promise<void> }> {
  const given = process.env.TEST_SUPERUSER_URL;
  const cluster: Started = given ? await useGiven(given) : await startCluster({ dataFolder });
  const { superuserUrl, ownerUrl, appUrl } = cluster;
  const names = Object.keys(jobs);
  const template = `template_${await shapeOf(names)}`;
  const secretFile = join(projectFolder, '.cache', 'test-secret');
  try {
    await createWhole(secretFile, `${randomBytes(32).toString('base64url')}\n`);
    await withSuperuser(superuserUrl, (client) => makeTemplate(client, { ownerUrl, template, jobs: names }));
  } catch (error) {
    await cluster.leave();
    throw error;
  }
  const leave = async () => {
    await withSuperuser(superuserUrl, (client) => dropLeftovers(client, template));
    await cluster.leave();
  };
  return { server: { superuserUrl, ownerUrl, appUrl, template, secretFile }, leave };
}

/** The same server, another database. */
export function inDatabase(url: string, name: string): string {
  const moved = new URL(url);
  moved.pathname = `/${name}`;
  return moved.href;
}

/** A database of one's own, made from the template in a few hundredths of a second. */
export async function cloneTemplate(server: TestServer, name: string): Promise<void> {
  await withSuperuser(server.superuserUrl, (client) => clone(client, server.template, name));
}

export async function dropDatabase(server: TestServer, name: string): Promise<void> {
  await withSuperuser(server.superuserUrl, (client) =>
    client.query(`drop database if exists ${name} with (force)`),
  );
}

const clone = (client: pg.Client, template: string, name: string) =>
  client.query(`create database ${name} template ${template} owner ${ownerRole}`);

const ownerRole = 'trekkracht_owner';
export const appRole = 'trekkracht_app';

async function withSuperuser<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return work(client).finally(() => client.end());
}

/** What the shape of a fresh database depends on, in twelve letters. */
async function shapeOf(jobs: string[]): Promise<string> {
  const files = (await migrationFiles()).map((name) => `db/migrations/${name}`);
  const others = [
    'src/platform/server/migrate.ts',
    'src/platform/server/jobs.ts',
    'node_modules/pg-boss/package.json',
  ];
  const hash = createHash('sha256').update(jobs.toSorted().join(' '));
  for (const path of [...files, ...others])
    hash.update(path).update(await readFile(join(projectFolder, path)));
  return hash.digest('hex').slice(0, 12);
}

/** Two runs that begin together make one template: the second waits, and finds it. */
async function makeTemplate(
  client: pg.Client,
  { ownerUrl, template, jobs }: { ownerUrl: string; template: string; jobs: string[] },
): Promise<void> {
  await client.query(`select pg_advisory_lock(hashtext('trekkracht.template'))`);
  const { rowCount } = await client.query('select from pg_database where datname = $1', [template]);
  if (rowCount) return;
  // Confirmed but not yet on the disk: tests can bear to lose that when the machine stops.
  for (const role of [ownerRole, appRole])
    await client.query(`alter role ${role} set synchronous_commit = off`);
  const draft = `test_draft_${process.pid}`;
  await client.query(`drop database if exists ${draft} with (force)`);
  await client.query(`create database ${draft} owner ${ownerRole}`);
  await migrate({ ownerUrl: inDatabase(ownerUrl, draft), appRole, jobs });
  // The queue may still be closing its connections, and a database in use cannot be renamed.
  await client.query(`select pg_terminate_backend(pid) from pg_stat_activity where datname = $1`, [draft]);
  await client.query(`alter database ${draft} rename to ${template}`);
}

/** Databases of runs that were killed, and templates of migrations that changed; not while another run uses any. */
async function dropLeftovers(client: pg.Client, template: string): Promise<void> {
  const { rows } = await client.query<{ datname: string }>(
    `select datname from pg_database
      where (datname like 'test\\_%' or datname like 'template\\_%') and datname <> $1
        and (select count(*) from pg_stat_activity where application_name = 'cluster presence') = 1`,
    [template],
  );
  for (const { datname } of rows) await client.query(`drop database if exists ${datname} with (force)`);
}
