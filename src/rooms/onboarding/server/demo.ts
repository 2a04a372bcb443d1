import { join } from 'node:path';
import { sql } from 'kysely';
import { m } from '#messages';
import { Conflict } from '#platform/errors.ts';
import { database } from '#platform/server/db.ts';
import { log } from '#platform/server/log.ts';
import { inOrganisation, system } from '#platform/server/scope.ts';
import { addOrganisation, organisationsHere, resolve } from '#rooms/organisations/server/index.ts';
import { fillTown, type Tell } from './town.ts';
import { readTowns, townNames } from './towns.ts';

/**
 * nothing: no organisation is here. begun: one of the demo's is here and nobody works in it, so its making goes on
 * or was interrupted. done: organisations are here, of the demo or real ones.
 */
export type FirstStep = 'nothing' | 'begun' | 'done';

/** How far this installation is. */
export async function firstStep(): Promise<FirstStep> {
  const organisations = await organisationsHere();
  if (organisations.length === 0) return 'nothing';
  const demos = new Set(organisations.filter(({ demo }) => demo).map(({ id }) => id));
  const towns = demos.size > 0 ? await townsHere() : [];
  return towns.some(({ id, filled }) => id && demos.has(id) && !filled) ? 'begun' : 'done';
}

type TownHere = { name: string; id: string | null; filled: boolean };

async function townsHere(): Promise<TownHere[]> {
  const towns: TownHere[] = [];
  for (const { slug, name } of townNames) {
    const id = (await resolve('slug', slug))[0]?.organisationId ?? null;
    towns.push({ name, id, filled: id !== null && (await hasPeople(id)) });
  }
  return towns;
}

const hasPeople = (organisationId: string): Promise<boolean> =>
  inOrganisation(system(organisationId, 'onboarding.demo'), async (tx) => {
    const one = await tx.selectFrom('person').select('id').limit(1).executeTakeFirst();
    return one !== undefined;
  });

/**
 * Makes the demo world, or what an interrupted making left to do. Whoever comes second waits for the first.
 * 'exists': there were organisations already, and nothing was done. `folder` is where demo/ lies.
 */
export async function loadDemo({
  tell,
  folder = join(process.cwd(), 'demo'),
}: {
  tell: Tell;
  folder?: string;
}): Promise<'made' | 'exists'> {
  return alone(async () => {
    if ((await firstStep()) === 'done') return 'exists';
    const towns = await readTowns(folder);
    const here = new Map<string, string>();
    // All of them before the first is filled: until the last is, the world shows as begun.
    for (const { slug, name } of towns) {
      const known = (await resolve('slug', slug))[0]?.organisationId;
      here.set(name, known ?? (await addOrganisation({ slug, name, demo: true })));
    }
    for (const town of towns) {
      const id = here.get(town.name)!;
      if (await hasPeople(id)) continue;
      await inOrganisation(system(id, 'onboarding.demo'), (tx) => fillTown(tx, town, { here, tell }));
      tell(m.seed_town({ name: town.name }));
    }
    return 'made';
  });
}

const lockName = 'onboarding.demo';

/** One at a time over all processes. The lock is its connection's: it goes when the process does. */
async function alone<Result>(work: () => Promise<Result>): Promise<Result> {
  return database()
    .db.connection()
    .execute(async (db) => {
      await sql`select pg_advisory_lock(hashtext(${lockName}))`.execute(db);
      try {
        return await work();
      } finally {
        await sql`select pg_advisory_unlock(hashtext(${lockName}))`.execute(db);
      }
    });
}

/** Whether somebody, in whichever process, is making the demo world now. */
async function isBusy(): Promise<boolean> {
  const { rows } = await sql<{ free: boolean }>`
    select pg_try_advisory_xact_lock_shared(hashtext(${lockName})) as free`.execute(database().db);
  return !rows[0]!.free;
}

/** What the first page shows. `line`: what happens now, when it happens in this process. */
export type DemoProgress = {
  step: FirstStep;
  busy: boolean;
  towns: { name: string; filled: boolean }[];
  line: string | null;
};

let running: Promise<unknown> | null = null;
let line: string | null = null;

export async function demoProgress(): Promise<DemoProgress> {
  const step = await firstStep();
  const busy = step !== 'done' && (running !== null || (await isBusy()));
  const towns = step === 'begun' ? await townsHere() : townNames.map(({ name }) => ({ name, filled: false }));
  return { step, busy, towns: towns.map(({ name, filled }) => ({ name, filled })), line };
}

/** Starts making the demo world and does not wait for it. Conflict when organisations are here already. */
export async function beginDemo(): Promise<void> {
  if ((await firstStep()) === 'done') throw new Conflict('onboarding_not_empty');
  running ??= loadDemo({ tell: (said) => (line = said) })
    .catch((error: unknown) =>
      log.error({ error: error instanceof Error ? error.stack : 'unknown' }, 'demo failed'),
    )
    .finally(() => ([running, line] = [null, null]));
}
