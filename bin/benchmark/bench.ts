import { execFileSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { findPlace, projectFolder } from '#platform/server/cluster-place.ts';
import { readNote } from '#platform/server/cluster-server.ts';
import { withCluster } from '#platform/server/cluster.ts';
import { buildWhenChanged } from '../build.ts';
import { makeSecret } from '../environment.ts';
import { command, print } from '../terminal.ts';
import { countBetween } from './counting.ts';
import { fire, percentile } from './load.ts';
import { processorMs, residentMb } from './processor.ts';
import { rowsOf, type Row } from './shots.ts';
import type { StaffListMeasured } from './staff-list.ts';
import { startWeb, type Web } from './web.ts';

/**
 * `bin/bench`: measures the region of `bin/seed region` through HTTP, on a production build and a real database, and
 * prints one table. Keeps it in docs/bench.json. Numbers of two runs compare only on one machine that does nothing else.
 */

export type Measured = {
  name: string;
  /** At one at a time and at sixteen. */
  p50Ms: [number, number];
  p99Ms: [number, number];
  perSecond: [number, number];
  /** Processor of the web process and of the database for one request, at sixteen at a time. */
  webMs: number;
  databaseMs: number;
  /** Cores that both used together meanwhile. */
  cores: number;
  /** Statements for one request; what opens and closes one transaction counts as one. */
  queries: number;
};

const dataFolder = join(projectFolder, '.cache', 'bench');
const secretFile = join(dataFolder, 'secret');
const port = 5290;
const longList = 20_000;
const counts = { warm: 60, alone: 120, together: 640, counted: 8 };

async function bench(): Promise<void> {
  process.env.TREKKRACHT_DATA = dataFolder;
  process.env.SECRET_FILE = secretFile;
  process.env.PUBLIC_URL = `http://localhost:${port}`;
  // Measured is a database of its own, wherever the installation has its own.
  for (const name of ['DATABASE_URL', 'APP_DATABASE_URL']) Reflect.deleteProperty(process.env, name);
  await buildWhenChanged();
  await makeSecret(secretFile);
  await seedOnce();
  await withCluster({ dataFolder }, async ({ ownerUrl, appUrl }) => {
    const owner = new pg.Client({ connectionString: ownerUrl });
    await owner.connect();
    await owner.query('vacuum analyze');
    process.env.APP_DATABASE_URL = appUrl;
    const { cookieSecret } = await import('#rooms/people/server/sign-in-cookie.ts');
    const rows = await rowsOf(owner, cookieSecret());
    const town = await owner.query<{ id: string }>('select id from organisation order by id limit 1');
    await owner.end();
    const queries = await countQueries(rows, appUrl);
    const web = await startWeb(port, appUrl, secretFile);
    try {
      await measureAll(rows, { web, queries, list: await listOf(town.rows[0]!.id) });
    } finally {
      await web.stop();
    }
  });
}

async function measureAll(
  rows: readonly Row[],
  { web, queries, list }: { web: Web; queries: ReadonlyMap<string, number>; list: StaffListMeasured },
): Promise<void> {
  const startedMb = residentMb(web.pid);
  const base = await databasePid();
  const measured: Measured[] = [];
  for (const row of rows) {
    measured.push({ ...(await measure(row, { web, base })), queries: queries.get(row.name)! });
    print(line(measured.at(-1)!));
  }
  await keep(measured, { list, memory: { startedMb, afterMb: residentMb(web.pid) } });
}

/** In this process, for a job does it: what the pages wait for while it runs is their own. */
async function listOf(organisationId: string): Promise<StaffListMeasured> {
  const { measureStaffList } = await import('./staff-list.ts');
  const list = await measureStaffList(organisationId, longList);
  const { lines, readS, planS, applyS } = list;
  print(`staff list of ${lines} lines: read in ${readS} s, planned in ${planS} s, applied in ${applyS} s`);
  return list;
}

/** An installation of its own, made once; `rm -r .cache/bench` for a new one. */
async function seedOnce(): Promise<void> {
  execFileSync(process.execPath, [join('bin', 'seed.ts'), 'region'], {
    cwd: projectFolder,
    stdio: 'inherit',
  });
}

async function databasePid(): Promise<number> {
  const place = await findPlace(dataFolder);
  const note = place && (await readNote(place.folder));
  if (!note) throw new Error('the database does not run');
  return note.pid;
}

/** A few requests one after the other through a counter, so that nothing but them is counted. */
async function countQueries(rows: readonly Row[], appUrl: string): Promise<Map<string, number>> {
  const counter = await countBetween(new URL(appUrl));
  const between = new URL(appUrl);
  between.port = String(counter.port);
  const web = await startWeb(port, between.href, secretFile);
  const found = new Map<string, number>();
  for (const row of rows) {
    await fire(web.base, row.shots(2), { atATime: 1, expected: row.expected });
    counter.take();
    await fire(web.base, row.shots(counts.counted), { atATime: 1, expected: row.expected });
    const { statements, frames } = counter.take();
    // Begin, who and where, and commit are three statements of one transaction.
    found.set(row.name, Math.round((statements - (frames * 2) / 3) / counts.counted));
  }
  await web.stop();
  counter.close();
  return found;
}

type Processes = { web: Web; base: number };

async function measure(row: Row, { web, base }: Processes): Promise<Omit<Measured, 'queries'>> {
  const { expected } = row;
  const heavy = row.warm ? counts.together : counts.together / 4;
  if (row.warm) await fire(web.base, row.shots(counts.warm), { atATime: 4, expected });
  const alone = await fire(web.base, row.shots(row.warm ? counts.alone : counts.alone / 4), {
    atATime: 1,
    expected,
  });
  const before = { web: processorMs(web.pid), base: processorMs(base) };
  const together = await fire(web.base, row.shots(heavy), { atATime: 16, expected });
  const used = { web: processorMs(web.pid) - before.web, base: processorMs(base) - before.base };
  const both = [alone, together] as const;
  const perRun = (of: (run: typeof alone) => number) => both.map((run) => round(of(run))) as [number, number];
  return {
    name: row.name,
    p50Ms: perRun(({ tookMs }) => percentile(tookMs, 0.5)),
    p99Ms: perRun(({ tookMs }) => percentile(tookMs, 0.99)),
    perSecond: perRun(({ tookMs, allMs }) => (tookMs.length * 1000) / allMs),
    webMs: round(used.web / heavy),
    databaseMs: round(used.base / heavy),
    cores: round((used.web + used.base) / together.allMs),
  };
}

const round = (number: number): number => Math.round(number * 10) / 10;

const cells = [28, 14, 14, 14, 10, 10, 7, 8];

const row = (texts: readonly (string | number)[]): string =>
  texts
    .map((text, at) => (at === 0 ? String(text).padEnd(cells[at]!) : String(text).padStart(cells[at]!)))
    .join('');

const line = (one: Measured): string =>
  row([
    one.name,
    one.p50Ms.join(' / '),
    one.p99Ms.join(' / '),
    one.perSecond.map(Math.round).join(' / '),
    one.webMs,
    one.databaseMs,
    one.cores,
    one.queries,
  ]);

async function keep(
  measured: readonly Measured[],
  { list, memory }: { list: StaffListMeasured; memory: { startedMb: number; afterMb: number } },
): Promise<void> {
  const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], {
    cwd: projectFolder,
    encoding: 'utf8',
  }).trim();
  const machine = `${cpus().length} × ${cpus()[0]?.model ?? 'processor'}`;
  print('');
  print(row(['', 'p50 1/16 ms', 'p99 1/16 ms', 'a second', 'web ms', 'base ms', 'cores', 'queries']));
  for (const one of measured) print(line(one));
  print(`Memory of the web process: ${memory.startedMb} MB at the start, ${memory.afterMb} MB afterwards.`);
  const kept = { data: 'region', commit, machine, measured, list, memory };
  await writeFile(join(projectFolder, 'docs', 'bench.json'), `${JSON.stringify(kept, null, 2)}\n`);
}

await command(bench);
