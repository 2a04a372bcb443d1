import { join } from 'node:path';
import pg from 'pg';
import { projectFolder } from '#platform/server/cluster-place.ts';
import { codeOf } from '#platform/server/cluster-trouble.ts';
import { findDatabase } from './database.ts';
import { readEnvironment } from './environment.ts';
import { inInstallation, refuse } from './installation.ts';
import { command, print, say } from './terminal.ts';

/** `bin/seed demo`: makes the demo world. Where an organisation is, it says so and leaves everything as it is. */
async function seedDemo(): Promise<void> {
  if (await isSettled()) return say('seed_exists');
  await inInstallation(async () => {
    const { loadDemo } = await import('#rooms/onboarding/server/index.ts');
    const outcome = await loadDemo({ tell: print, folder: join(projectFolder, 'demo') });
    say(outcome === 'made' ? 'seed_done' : 'seed_exists');
  });
}

/**
 * Whether there are organisations, and people in each demo: asked at every start with DEMO=1, so without loading the
 * rooms. False when the database does not run, or to look closer.
 */
async function isSettled(): Promise<boolean> {
  const database = await findDatabase(readEnvironment(process.env));
  if (!database) return false;
  const client = new pg.Client({ connectionString: database.ownerUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ settled: boolean }>(`
      select exists (select from organisation) and not exists (
        select from organisation o where demo and not exists (
          select from person p where p.organisation_id = o.id)) as settled`);
    return rows[0]!.settled;
  } catch (error) {
    // 42P01: no such table yet.
    if (codeOf(error) === '42P01') return false;
    throw error;
  } finally {
    await client.end();
    await database.leave();
  }
}

/** `bin/seed region`: 17 authorities as large as real ones, to measure on. Only in an empty installation. */
async function seedRegion(): Promise<void> {
  if (await isSettled()) return say('seed_exists');
  await inInstallation(async () => {
    const { loadRegion } = await import('./region/region.ts');
    const outcome = await loadRegion(({ name }) => say('seed_town', { name }));
    say(outcome === 'made' ? 'seed_region_done' : 'seed_exists');
  });
}

/** `bin/seed town`: fills the largest town of the demo, to look at pages that are full. After `bin/seed demo`. */
async function seedTown(): Promise<void> {
  await inInstallation(async () => {
    const { fillUp } = await import('./region/full.ts');
    const outcome = await fillUp();
    if (outcome === 'no_demo') return refuse('seed_no_demo');
    say(outcome === 'made' ? 'seed_town_full' : 'seed_town_full_already');
  });
}

const seeds: Record<string, () => Promise<void>> = { demo: seedDemo, region: seedRegion, town: seedTown };
const [what = '', ...more] = process.argv.slice(2);
const seed = seeds[what];

if (!seed || more.length > 0) refuse('seed_usage');
else await command(seed);
