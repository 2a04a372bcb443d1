import { endWhenRefused } from './refused.ts';
import { daily, jobs, organisationsHere, sweeps } from './registry.server.ts';
import { localDay } from '#platform/days.ts';
import { clock } from '#platform/server/clock.ts';
import { settings } from '#platform/server/config.ts';
import { closeDatabase, database } from '#platform/server/db.ts';
import { refuseOwner } from '#platform/server/guard.ts';
import type { Sweeps } from '#platform/server/handed-in.ts';
import { keepQueue, stopQueue, workOn } from '#platform/server/jobs.ts';
import { log } from '#platform/server/log.ts';
import { system } from '#platform/server/scope.ts';
import { sql } from 'kysely';

// The second entry of the house: jobs as they come, what is swept up every so often, and what is looked at once a day.
// Any number of workers may run; each piece of work looks again under its lock.

const sweepEveryMs = settings().TEST_CLOCK === '1' ? 500 : 15_000;
let stopping = false;
let timer: NodeJS.Timeout;
/** The day of which this worker began the daily work. */
let begun = '';

async function sweepAll(): Promise<void> {
  await sql`insert into worker_beat (beat_at) values (${clock.now()})
    on conflict (only_row) do update set beat_at = excluded.beat_at`.execute(database().db);
  await keepQueue().catch((error: unknown) => complain('queue', error));
  await everywhere(sweeps);
  const today = localDay(clock.now());
  if (today === begun) return;
  begun = today;
  // It may take a while, and what was promised to the minute does not wait for it.
  void everywhere(daily).catch((error: unknown) => complain('daily', error));
}

/** In one organisation after the other. What fails holds up nothing else. */
async function everywhere(works: Sweeps): Promise<void> {
  for (const { id } of await organisationsHere())
    for (const [name, work] of Object.entries(works)) {
      if (stopping) return;
      await work(system(id, name)).catch((error: unknown) => complain(name, error));
    }
}

function complain(name: string, error: unknown): void {
  log.error({ sweep: name, error: error instanceof Error ? error.stack : 'unknown' }, 'sweep failed');
}

async function sweepForever(): Promise<void> {
  await sweepAll().catch((error: unknown) => complain('all', error));
  if (!stopping) timer = setTimeout(() => void sweepForever(), sweepEveryMs);
}

async function stop(): Promise<void> {
  if (stopping) return;
  stopping = true;
  clearTimeout(timer);
  await stopQueue();
  await closeDatabase();
  process.exit(0);
}

process.on('SIGTERM', () => void stop());
process.on('SIGINT', () => void stop());
// The supervisor is gone: so is the reason to run.
process.on('disconnect', () => void stop());

await refuseOwner().catch(endWhenRefused);
await workOn(jobs);
log.info('worker ready');
await sweepForever();
