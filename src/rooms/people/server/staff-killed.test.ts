import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, expect, it } from 'vitest';
import { projectFolder } from '#platform/server/cluster-place.ts';
import { asOwner } from '../../../../tests/support/database.ts';
import { applyStaffImport } from './staff-apply.ts';
import { staffImport } from './staff-import.ts';
import {
  header,
  holdings,
  hr,
  previewed,
  shown,
  taken,
  textOf,
  useStaffWorld,
} from './staff-import.world.ts';

// A real worker is really killed while it takes a list over. LONG: a larger town, and more moments.

const isLong = process.env.LONG !== undefined;
const lineCount = isLong ? 6_000 : 1_200;
const moments = isLong ? [0, 0.1, 0.3, 0.5, 0.7, 0.8, 0.9, 0.99] : [0.5];
/** Two workers are started meanwhile. */
const patienceMs = isLong ? 300_000 : 120_000;
/** Of these the unit changes; those after them are new. And some that the list does not have any more. */
const [movedCount, leavingCount] = [400, 30];

const world = useStaffWorld();
const lineAt = (at: number, unit: string) => `${at + 10_000};Wie${at};Ever;e${at}@wie.example;${unit};;OCMW;`;
const linesOf = (count: number, unit: string) => Array.from({ length: count }, (_, at) => lineAt(at, unit));
const before = textOf(
  ...[header, ...linesOf(movedCount, 'Zorg')],
  ...Array.from({ length: leavingCount }, (_, at) => lineAt(at + 50_000, 'Zorg')),
);
const list = textOf(header, ...linesOf(lineCount, 'Thuiszorg'));
const whole = { people: lineCount - movedCount, changed: movedCount, ended: leavingCount, units: 1 };

const workerName = 'worker to be killed';
let worker: ChildProcess | undefined;

function startWorker(): void {
  const env = { ...process.env, PGAPPNAME: workerName };
  const script = join('src', 'worker.ts');
  worker = spawn(process.execPath, [script], { cwd: projectFolder, env, stdio: 'ignore' });
}

/** And until the database has undone, or done, what it was at. */
async function killWorker(): Promise<void> {
  if (!worker) return;
  const gone = once(worker, 'exit');
  worker.kill('SIGKILL');
  await gone;
  worker = undefined;
  const left = () => asOwner('select from pg_stat_activity where application_name = $1', [workerName]);
  while ((await left()).length > 0) await pause(20);
}

afterEach(killWorker);

type Progress = { state: string; done: number; total: number; isWritten: boolean; isTaken: boolean };

/** How far it says it is, and what is there: of one moment. */
async function progressOf(id: string): Promise<Progress> {
  const [progress] = await asOwner<Progress>(
    `select state, done, total, exists (select from person where import_id = $1) as "isWritten",
            exists (select from pgboss.job where name = 'people.takeOverStaffList' and state = 'active') as "isTaken"
       from staff_import where id = $1`,
    [id],
  );
  return progress!;
}

/** What it said of itself until then; nothing of it may be seen before all of it is. */
async function watch(id: string, isEnough: (progress: Progress) => boolean): Promise<Progress[]> {
  const said: Progress[] = [];
  for (;;) {
    const now = await progressOf(id);
    expect(now.isWritten).toBe(now.state === 'applied');
    said.push(now);
    if (isEnough(now)) return said;
    await pause(5);
  }
}

const isApplied = ({ state }: Progress) => state === 'applied';
const here = async (id: string) => staffImport(await hr(world.veurne), id);
/** Whatever a worker does besides, it does not touch these. */
async function staff() {
  const { employer, unit, person, appointment, address } = await holdings(world.veurne);
  return { employer, unit, person, appointment, address };
}

it.each(moments)(
  'killed at %d of the way: all of the list or nothing, and a fresh worker takes it up',
  async (part) => {
    await taken(world.veurne, before);
    const id = await previewed(world.veurne, list);
    const { fingerprint } = await shown(world.veurne, id);
    expect(await applyStaffImport(await hr(world.veurne), id, { fingerprint })).toBeNull();
    const untouched = await staff();
    startWorker();
    await watch(id, (now) => isApplied(now) || (now.isTaken && now.done >= part * now.total));
    await killWorker();
    const left = await progressOf(id);
    if (isApplied(left)) expect(part).toBeGreaterThan(0.8);
    else {
      expect(await staff()).toEqual(untouched);
      expect(await here(id)).toEqual(expect.objectContaining({ state: 'applying', total: left.total }));
    }
    startWorker();
    const said = await watch(id, isApplied);
    const dones = said.filter(({ state }) => state === 'applying').map(({ done }) => done);
    // It begins anew, and says so.
    const anew = dones.slice(Math.max(dones.indexOf(0), 0));
    if (!isApplied(left)) expect([anew[0], anew]).toEqual([0, anew.toSorted((one, other) => one - other)]);
    await killWorker();
    expect(await here(id)).toMatchObject({ state: 'applied', outcome: whole });
    const { plan } = await shown(world.veurne, await previewed(world.veurne, list));
    expect([plan.added, plan.changed, plan.newUnits, plan.newEmployers, plan.endings]).toEqual(
      Array.from({ length: 5 }, () => []),
    );
    expect(plan.unchanged).toBe(lineCount);
  },
  patienceMs,
);
