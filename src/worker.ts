import { jobs, organisationsHere, sweeps } from './registry.server.ts';
import { clock } from '#platform/server/clock.ts';
import { settings } from '#platform/server/config.ts';
import { closeDatabase, database } from '#platform/server/db.ts';
import { refuseOwner } from '#platform/server/guard.ts';
import { stopQueue, workOn } from '#platform/server/jobs.ts';
import { log } from '#platform/server/log.ts';
import { system } from '#platform/server/scope.ts';
import { sql } from 'kysely';

// The second entry of the house: jobs as they come, and what is swept up every so often. Any number of
// workers may run; each piece of work looks again under its lock.

const sweepEveryMs = settings().TEST_CLOCK === '1' ? 500 : 15_000;
let stopping = false;
let timer: NodeJS.Timeout;

async function sweepAll(): Promise<void> {
  await sql`insert into worker_beat (beat_at) values (${clock.now()})
    on conflict (only_row) do update set beat_at = excluded.beat_at`.execute(database().db);
  for (const { id } of await organisationsHere())
    for (const [name, sweep] of Object.entries(sweeps)) {
      if (stopping) return;
      await sweep(system(id, name)).catch((error: unknown) => complain(name, error));
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

await refuseOwner();
await workOn(jobs);
log.info('worker ready');
await sweepForever();
