import { join } from 'node:path';
import { m } from '#messages';
import { Conflict } from '#platform/errors.ts';
import { isLoopback, settings } from '#platform/server/config.ts';
import { log } from '#platform/server/log.ts';
import { inOrganisation, system } from '#platform/server/scope.ts';
import { addOrganisation, organisationsHere, resolve } from '#rooms/organisations/server/index.ts';
import { alone, isBusy } from './alone.ts';
import { hostsOf } from './networks.ts';
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
      const hosts = await hostsOf(id, here.values());
      await inOrganisation(system(id, 'onboarding.demo'), (tx) => fillTown(tx, town, { here, hosts, tell }));
      tell(m.seed_town({ name: town.name }));
    }
    return 'made';
  });
}

/** What the first page shows. `line`: what happens now, when it happens in this process. */
export type DemoProgress = {
  step: FirstStep;
  busy: boolean;
  towns: { name: string; filled: boolean }[];
  line: string | null;
  /** Made-up people who let anybody in belong on a machine of one's own. */
  offered: boolean;
};

let running: Promise<unknown> | null = null;
let line: string | null = null;

export async function demoProgress(): Promise<DemoProgress> {
  const step = await firstStep();
  const busy = step !== 'done' && (running !== null || (await isBusy()));
  const towns = step === 'begun' ? await townsHere() : townNames.map(({ name }) => ({ name, filled: false }));
  const offered = isLoopback(settings().PUBLIC_URL);
  return { step, busy, towns: towns.map(({ name, filled }) => ({ name, filled })), line, offered };
}

/** Starts making the demo world and does not wait for it. Conflict: it is not offered, or organisations are here. */
export async function beginDemo(): Promise<void> {
  if (!isLoopback(settings().PUBLIC_URL)) throw new Conflict('onboarding_not_here');
  if ((await firstStep()) === 'done') throw new Conflict('onboarding_not_empty');
  running ??= loadDemo({ tell: (said) => (line = said) })
    .catch((error: unknown) =>
      log.error({ error: error instanceof Error ? error.stack : 'unknown' }, 'demo failed'),
    )
    .finally(() => ([running, line] = [null, null]));
}
