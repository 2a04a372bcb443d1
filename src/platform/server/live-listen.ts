import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { liveChannel } from './live-announce.ts';
import { log } from './log.ts';

export type Ears = {
  /** From here on nothing is missed. */
  begun(): void;
  heard(payload: string): void;
  /** From here on everything is missed, until it has begun again. */
  lost(): void;
};

const pauseMs = { first: 250, most: 15_000 };
/** A connection of which the other end is gone says nothing, and neither does a quiet night. */
const checkEveryMs = 30_000;
const patienceMs = 10_000;

/**
 * Listens on a connection of its own, outside the pool, until `signal` says stop; when the database went away it tries
 * again, at once and then ever more slowly.
 */
export async function keepListening(
  connectionString: string,
  ears: Ears,
  signal: AbortSignal,
): Promise<void> {
  let waitMs = pauseMs.first;
  while (!signal.aborted) {
    const worked = await listenOnce(connectionString, ears, signal);
    if (worked) ears.lost();
    waitMs = worked ? pauseMs.first : Math.min(waitMs * 2, pauseMs.most);
    await pause(waitMs, undefined, { signal, ref: false }).catch(() => {});
  }
}

/** Until the connection is lost. Whether it could listen at all. */
async function listenOnce(connectionString: string, ears: Ears, signal: AbortSignal): Promise<boolean> {
  const client = new pg.Client({
    connectionString,
    application_name: 'live updates',
    connectionTimeoutMillis: patienceMs,
    query_timeout: patienceMs,
    keepAlive: true,
  });
  const lost = lossOf(client, signal);
  client.on('notification', ({ payload }) => ears.heard(payload ?? ''));
  let worked = false;
  try {
    await client.connect();
    await client.query(`listen ${liveChannel}`);
    worked = true;
    ears.begun();
    await checkUntil(client, lost);
  } catch (error) {
    log.warn({ code: error instanceof Error && 'code' in error ? error.code : 'unknown' }, 'cannot listen');
  }
  await Promise.race([client.end().catch(() => {}), pause(1_000, undefined, { ref: false })]);
  return worked;
}

const lossOf = (client: pg.Client, signal: AbortSignal): Promise<'lost'> =>
  new Promise((done) => {
    const lose = () => done('lost');
    client.on('error', lose);
    client.once('end', lose);
    signal.addEventListener('abort', lose, { once: true });
  });

async function checkUntil(client: pg.Client, lost: Promise<'lost'>): Promise<void> {
  for (;;) {
    const waited = new AbortController();
    const due = pause(checkEveryMs, 'due', { signal: waited.signal, ref: false }).catch(() => 'due');
    const what = await Promise.race([lost, due]);
    waited.abort();
    if (what === 'lost') return;
    await client.query('select 1');
  }
}
