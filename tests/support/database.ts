import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, inject } from 'vitest';
import { closeDatabase } from '../../src/platform/server/db.ts';
import { stopQueue } from '../../src/platform/server/jobs.ts';
import { cloneTemplate, dropDatabase, inDatabase } from './cluster.ts';
import { moveClock } from './travel.ts';

export type TestDatabase = { readonly ownerUrl: string; readonly appUrl: string };

let here: (TestDatabase & { owner: pg.Pool }) | undefined;

const opened = () => {
  if (!here) throw new Error('Call useDatabase() at the top of the test file first.');
  return here;
};

/**
 * Gives the tests of this file a database of their own, migrated and empty, and points the settings of the
 * platform at it: the pool, which opens at first use, then belongs to the role of web and worker.
 * The addresses can be read inside tests, not before.
 */
export function useDatabase(): TestDatabase {
  const name = `test_${process.pid}_${randomBytes(4).toString('hex')}`;
  beforeAll(async () => {
    const server = inject('server');
    await cloneTemplate(server, name);
    const urls = { ownerUrl: inDatabase(server.ownerUrl, name), appUrl: inDatabase(server.appUrl, name) };
    here = {
      ...urls,
      owner: new pg.Pool({ connectionString: urls.ownerUrl, max: 2, options: '-c timezone=UTC' }),
    };
    // A connection that still closes when its database is dropped would say so to nobody, and end the process.
    here.owner.on('error', () => {});
    pretend(urls.appUrl, server.secretFile);
  });
  afterAll(async () => {
    await stopQueue();
    await closeDatabase();
    await here?.owner.end();
    here = undefined;
    await dropDatabase(inject('server'), name);
  });
  return {
    get ownerUrl() {
      return opened().ownerUrl;
    },
    get appUrl() {
      return opened().appUrl;
    },
  };
}

/** The settings of an installation that has this database. */
function pretend(databaseUrl: string, secretFile: string): void {
  const settings = { APP_DATABASE_URL: databaseUrl, SECRET_FILE: secretFile, TEST_CLOCK: '1' };
  Object.assign(process.env, settings, { PUBLIC_URL: 'https://trekkracht.test' });
}

/** SQL as the owner, past the wall: for looking at what a test did, or planting what no verb can make. */
export async function asOwner<Row extends pg.QueryResultRow>(
  text: string,
  values: unknown[] = [],
): Promise<Row[]> {
  return (await opened().owner.query<Row>(text, values)).rows;
}

/**
 * Moves the clock of this database: from now on app_now() and tx.now go on from that moment. A text without
 * a zone is a time in Brussels: travelTo('2026-11-10 16:30').
 */
export const travelTo = (moment: Date | string): Promise<void> => moveClock(opened().owner, moment);
