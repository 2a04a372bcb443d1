import { fromKysely, PgBoss, type JobResult } from 'pg-boss';
import * as v from 'valibot';
import { database } from './db.ts';
import { log } from './log.ts';
import { system, type Actor, type Tx } from './scope.ts';

/** A job is data: a schema for its ids, and a handler that may run twice. */
export type Job = {
  readonly schema: v.GenericSchema;
  readonly run: (actor: Actor, payload: never) => Promise<unknown>;
};

/** `job(schema, (actor, ids) => …)`: payloads carry ids only, handlers are idempotent and one line. */
export const job = <Schema extends v.GenericSchema>(
  schema: Schema,
  run: (actor: Actor, payload: v.InferOutput<Schema>) => Promise<unknown>,
): Job => ({ schema, run });

const envelope = v.object({ organisationId: v.pipe(v.string(), v.uuid()), payload: v.unknown() });
const queueOptions = {
  retryLimit: 10,
  retryDelay: 5,
  retryBackoff: true,
  retryDelayMax: 600,
  expireInSeconds: 300,
  // Of what is done nothing needs to be kept: payloads say who was mailed when.
  deleteAfterSeconds: 24 * 60 * 60,
};

/** So many of one kind are done side by side: soon done, and no mail server is stormed. */
const atOnce = 5;

/** As long as there is more than that, the next ones are taken at once; only an idle worker waits. */
const taking = {
  batchSize: atOnce,
  perJobResults: true,
  burstWhenBatchFull: true,
  pollingIntervalSeconds: 0.5,
} as const;

let started: Promise<PgBoss> | undefined;

/** The queue of this process, on the process's own pool. Every process may put jobs in; the worker takes them out. */
const queue = (): Promise<PgBoss> => (started ??= openQueue());

function openQueue(): Promise<PgBoss> {
  const { pool } = database();
  const boss = new PgBoss({
    db: { executeSql: (text, values) => pool.query(text, values) },
    migrate: false,
    createSchema: false,
    supervise: false,
    // Both are for the owner of the tables, which web and worker are not.
    reindex: false,
    monitorVacuum: false,
    schedule: false,
  });
  boss.on('error', (error) => log.warn({ kind: error.name }, 'queue trouble'));
  return boss.start();
}

/**
 * Gives out again what a worker that died had in hand, and forgets what was done. May be asked as often as one likes:
 * once a minute, by one process, it does something.
 */
export const keepQueue = async (): Promise<void> => (await queue()).supervise();

/** Puts a job in, inside the open transaction: no commit, no job. It is taken out after so many minutes, or at once. */
export async function later(
  tx: Tx,
  name: string,
  payload: Record<string, string>,
  afterMinutes = 0,
): Promise<void> {
  const data = { organisationId: tx.actor.organisationId, payload };
  const options = { ...queueOptions, startAfter: afterMinutes * 60, db: fromKysely(tx) };
  await (await queue()).send(name, data, options);
}

/** As later, so many of one kind in one statement. */
export async function laterEach(
  tx: Tx,
  name: string,
  payloads: readonly Record<string, string>[],
): Promise<void> {
  const { organisationId } = tx.actor;
  const jobs = payloads.map((payload) => ({ ...queueOptions, data: { organisationId, payload } }));
  if (jobs.length > 0) await (await queue()).insert(name, jobs, { db: fromKysely(tx) });
}

/** Starts working on the given jobs, each inside the organisation it came from. */
export async function workOn(jobs: Readonly<Record<string, Job>>): Promise<void> {
  const boss = await queue();
  for (const [name, job] of Object.entries(jobs))
    await boss.work(name, taking, (taken) => Promise.all(taken.map((one) => outcomeOf(name, job, one))));
}

/** Does one job. One that fails is tried again later, by itself: those taken along with it are none the wiser. */
async function outcomeOf(
  name: string,
  { schema, run }: Job,
  { id, data }: { id: string; data: unknown },
): Promise<JobResult> {
  try {
    const { organisationId, payload } = v.parse(envelope, data);
    await run(system(organisationId, name), v.parse(schema, payload) as never);
    return { id, status: 'completed' };
  } catch (error) {
    log.error({ job: name, id, error: error instanceof Error ? error.stack : 'unknown' }, 'job failed');
    return { id, status: 'failed', output: { error: error instanceof Error ? error.name : 'unknown' } };
  }
}

export async function stopQueue(): Promise<void> {
  const boss = await started;
  started = undefined;
  await boss?.stop({ graceful: true, timeout: 5_000 });
}

/** Makes the queue's own tables and one queue for each job. Run by the migrations, as the owner. */
export async function prepareQueue(ownerUrl: string, names: readonly string[]): Promise<void> {
  const owner = new PgBoss({ connectionString: ownerUrl, max: 2, schedule: false, supervise: false });
  owner.on('error', (error) => log.warn({ kind: error.name }, 'queue trouble'));
  await owner.start();
  for (const name of names) await owner.createQueue(name, queueOptions);
  await owner.stop({ graceful: false });
}
