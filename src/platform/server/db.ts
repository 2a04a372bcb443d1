import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { DB } from '#db/types.ts';
import { settings } from './config.ts';
import { log } from './log.ts';
import { preparing } from './prepared.ts';

// A day is a day: left to itself the driver makes a moment of it, in the server's own time zone.
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text);
pg.types.setTypeParser(pg.types.builtins.INT8, Number);

/**
 * Options that every connection of web and worker starts with. A prepared statement keeps one plan, whoever asks: it is
 * always the same few rows by an index, and an id that exists elsewhere is planned like one that does not.
 */
const connectionOptions = (testClock: boolean) =>
  `-c timezone=UTC -c plan_cache_mode=force_generic_plan -c app.test_clock=${testClock ? 1 : 0}`;

/** A server somewhere else may fall silent without a word: whoever asks is told so after a while. */
const patienceMs = 10_000;

export function openPool(
  connectionString: string,
  options: { testClock?: boolean; max?: number } = {},
): pg.Pool {
  const pool = new pg.Pool({
    connectionString,
    max: options.max ?? 10,
    connectionTimeoutMillis: patienceMs,
    keepAlive: true,
    options: connectionOptions(options.testClock ?? false),
  });
  // An idle connection that breaks (the database restarted) must not take the process with it.
  pool.on('error', (error) =>
    log.warn({ code: 'code' in error ? error.code : error.name }, 'idle connection lost'),
  );
  return pool;
}

let open: { pool: pg.Pool; db: Kysely<DB> } | undefined;

/** The pool of this process, opened at first use. */
export function database(): { pool: pg.Pool; db: Kysely<DB> } {
  if (open) return open;
  const pool = openPool(settings().APP_DATABASE_URL, { testClock: settings().TEST_CLOCK === '1' });
  return (open = { pool, db: new Kysely<DB>({ dialect: new PostgresDialect({ pool: preparing(pool) }) }) });
}

export async function closeDatabase(): Promise<void> {
  await open?.db.destroy();
  open = undefined;
}
