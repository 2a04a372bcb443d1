import { sql } from 'kysely';
import project from '../../../package.json' with { type: 'json' };
import { clock } from './clock.ts';
import { database } from './db.ts';

export type Health = { version: string; database: 'up' | 'down'; worker: 'up' | 'late' | 'unknown' };

/** The worker writes down that it lives every fifteen seconds; silent for longer than this, it is late. */
const lateAfterMs = 90_000;

/** Whoever asks wants to know now: a database that takes longer than this counts as down. */
const patienceMs = 2_000;

/** How the installation is. Says nothing about any organisation, and never throws. */
export async function health(): Promise<Health> {
  const { version } = project;
  try {
    return { version, database: 'up', worker: await within(patienceMs, workerState()) };
  } catch {
    return { version, database: 'down', worker: 'unknown' };
  }
}

async function workerState(): Promise<Health['worker']> {
  const { rows } = await sql<{ beat_at: Date }>`select beat_at from worker_beat`.execute(database().db);
  if (!rows[0]) return 'unknown';
  return clock.now().getTime() - rows[0].beat_at.getTime() <= lateAfterMs ? 'up' : 'late';
}

function within<Result>(milliseconds: number, work: Promise<Result>): Promise<Result> {
  let timer: NodeJS.Timeout;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('too late')), milliseconds);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
