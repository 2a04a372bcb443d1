import { readdir, readFile } from 'node:fs/promises';
import pg from 'pg';
import { prepareQueue } from './jobs.ts';

const folder = new URL('../../../db/migrations/', import.meta.url);

/** The numbered files of db/migrations, in order. */
export async function migrationFiles(): Promise<string[]> {
  return (await readdir(folder)).filter((name) => /^\d{4}_[a-z0-9_]+\.sql$/.test(name)).sort();
}

/**
 * Brings the database up to date, as its owner: every file once, in order, each in a transaction of
 * its own; then the tables of the queue and one queue for each job. Two runs at once wait for one another.
 */
export async function migrate(options: {
  ownerUrl: string;
  appRole: string;
  jobs: readonly string[];
}): Promise<string[]> {
  const client = new pg.Client({ connectionString: options.ownerUrl, options: '-c timezone=UTC' });
  await client.connect();
  try {
    await client.query(`select pg_advisory_lock(hashtext('trekkracht.migrate'))`);
    await client.query(
      `create table if not exists migration (name text primary key, ran_at timestamptz not null default now())`,
    );
    const ran = await runNewOnes(client, options.appRole);
    await prepareQueue(options.ownerUrl, options.jobs);
    await grantQueue(client, options.appRole);
    return ran;
  } finally {
    await client.end();
  }
}

async function runNewOnes(client: pg.Client, appRole: string): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>('select name from migration');
  const done = new Set(rows.map((row) => row.name));
  const ran: string[] = [];
  for (const name of await migrationFiles()) {
    if (done.has(name)) continue;
    await runOne(client, name, appRole);
    ran.push(name);
  }
  return ran;
}

async function runOne(client: pg.Client, name: string, appRole: string): Promise<void> {
  const text = await readFile(new URL(name, folder), 'utf8');
  await client.query('begin');
  try {
    await client.query(`select set_config('app.role_name', $1, true)`, [appRole]);
    await client.query(text);
    await client.query('insert into migration (name) values ($1)', [name]);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw new Error(`Migration ${name} failed: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    });
  }
}

/** The queue keeps its own tables; web and worker may use them, not change their shape. */
async function grantQueue(client: pg.Client, appRole: string): Promise<void> {
  const role = client.escapeIdentifier(appRole);
  await client.query(`grant usage on schema pgboss to ${role}`);
  await client.query(`grant select, insert, update, delete on all tables in schema pgboss to ${role}`);
  await client.query(`grant usage on all sequences in schema pgboss to ${role}`);
  await client.query(`grant execute on all functions in schema pgboss to ${role}`);
}
