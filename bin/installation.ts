import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { birthOf } from '#platform/server/cluster-alive.ts';
import { codeOf } from '#platform/server/cluster-trouble.ts';
import type { Reached } from '#platform/server/external.ts';
import { withDatabase } from './database.ts';
import { makeSecret, readEnvironment, variablesFor } from './environment.ts';
import { sentence, type Key } from './sentences.ts';

export type Installation = {
  /** Where people find it, without a slash at the end. */
  address: string;
  /** Whether `npm start` runs for it now. */
  isRunning: boolean;
};

/**
 * Does the work in this installation as web and worker do it: as the role that owns nothing, with the same settings.
 * Beside a running `npm start`, or with a database that is started, and migrated, for as long as it takes.
 */
export async function inInstallation(work: (here: Installation) => Promise<void>): Promise<void> {
  const environment = readEnvironment(process.env);
  const { dataFolder } = environment;
  await withDatabase(environment, async (database) => {
    const running = await runningAddress(dataFolder);
    const address = process.env.PUBLIC_URL ? environment.address : (running ?? environment.address);
    await makeSecret(environment.secretFile);
    Object.assign(process.env, variablesFor({ ...environment, address }, database.appUrl));
    // Only now: what these load reads the settings.
    const { jobs } = await import('../src/registry.server.ts');
    const { closeDatabase } = await import('#platform/server/db.ts');
    const { stopQueue } = await import('#platform/server/jobs.ts');
    await migrateWhenOld(database, Object.keys(jobs));
    try {
      await work({ address, isRunning: running !== null });
    } finally {
      await stopQueue();
      await closeDatabase();
    }
  });
}

/** The address that a living `npm start` wrote down in its lock (see bin/lock.ts); null when there is none. */
async function runningAddress(dataFolder: string): Promise<string | null> {
  const text = await readFile(join(dataFolder, 'start.lock'), 'utf8').catch(() => null);
  if (text === null) return null;
  const { pid, born, address } = JSON.parse(text) as { pid: number; born: string; address: string };
  return birthOf(pid) === born ? address : null;
}

/** Migrating loads the queue and asks it for every job by name: not for nothing. */
async function migrateWhenOld({ ownerUrl, appRole }: Reached, jobs: readonly string[]): Promise<void> {
  const { migrate, migrationFiles } = await import('#platform/server/migrate.ts');
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  const known = await namesIn(client).finally(() => client.end());
  if ([...(await migrationFiles()), ...jobs].every((name) => known.has(name))) return;
  await migrate({ ownerUrl, appRole, jobs });
}

async function namesIn(client: pg.Client): Promise<Set<string>> {
  try {
    const { rows } = await client.query<{ name: string }>(
      'select name from migration union all select name from pgboss.queue',
    );
    return new Set(rows.map(({ name }) => name));
  } catch (error) {
    // 42P01: no such table yet.
    if (codeOf(error) === '42P01') return new Set();
    throw error;
  }
}

/** The command was not given what it needs: says how it is used. Exit code 2, as programs have for that. */
export function refuse(key: Key, words: Record<string, string> = {}): void {
  process.stderr.write(`${sentence(key, words)}\n`);
  process.exitCode = 2;
}
