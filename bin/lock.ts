import { randomUUID } from 'node:crypto';
import { link, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { birthOf } from '#platform/server/cluster-alive.ts';
import { makeDataFolder } from '#platform/server/cluster-place.ts';
import { codeOf } from '#platform/server/cluster-trouble.ts';
import { Told } from './terminal.ts';

/** A process by its id and its birth, because ids are used again. */
type Process = { pid: number; born: string };
type Holder = Process & { address: string; stopping: boolean; children: Process[] };

export type Lock = {
  /** True when whoever had it before was killed, and left children that we ended. */
  recovered: boolean;
  /** Writes down a child, for whoever comes after us if we are killed. */
  remember(pid: number): Promise<void>;
  announceStop(): Promise<void>;
  release(): Promise<void>;
};

const isAlive = ({ pid, born }: Process) => birthOf(pid) === born;
const known = (pid: number): Process | null => {
  const born = birthOf(pid);
  return born === null ? null : { pid, born };
};

/** How long one that is stopping may take, and how long one that runs gets to find out that it must stop. */
const patienceMs = { stopping: 90_000, running: 1_000 };

/**
 * At most one start for each data folder: a file there names who has it. One whose process is gone counts for nothing.
 * Throws Told.
 */
export async function takeTurn(wish: { dataFolder: string; address: string }): Promise<Lock> {
  const begun = performance.now();
  const file = join(wish.dataFolder, 'start.lock');
  await makeDataFolder(wish.dataFolder);
  const me: Holder = { ...known(process.pid)!, address: wish.address, stopping: false, children: [] };
  let recovered = false;
  while (!(await create(file, me))) {
    const holder = await read(file);
    if (!holder) continue;
    if (!isAlive(holder)) {
      if (await putAside(file, holder)) recovered = true;
    } else if (performance.now() > begun + (holder.stopping ? patienceMs.stopping : patienceMs.running)) {
      throw new Told('start_already_running', { address: holder.address });
    } else await pause(100);
  }
  if (recovered) await removeDrafts(file);
  return lockOf(file, me, recovered);
}

async function removeDrafts(file: string): Promise<void> {
  const names = await readdir(dirname(file));
  for (const name of names)
    if (name.startsWith(`${basename(file)}.`)) await rm(join(dirname(file), name), { force: true });
}

function lockOf(file: string, me: Holder, recovered: boolean): Lock {
  let writing: Promise<void> = Promise.resolve();
  const save = () => (writing = writing.then(() => replace(file, me)));
  return {
    recovered,
    remember: (pid) => {
      const child = known(pid);
      me.children = [...me.children.filter(isAlive), ...(child ? [child] : [])];
      return save();
    },
    announceStop: () => {
      me.stopping = true;
      return save();
    },
    release: async () => {
      await writing;
      await rm(file, { force: true });
    },
  };
}

async function draftOf(file: string, holder: Holder): Promise<string> {
  const draft = `${file}.${randomUUID()}`;
  await writeFile(draft, JSON.stringify(holder), { mode: 0o600 });
  return draft;
}

const replace = async (file: string, holder: Holder) => rename(await draftOf(file, holder), file);

async function create(file: string, holder: Holder): Promise<boolean> {
  const draft = await draftOf(file, holder);
  try {
    await link(draft, file);
    return true;
  } catch (error) {
    // No entry: somebody who recovers cleared our draft away.
    if (codeOf(error) !== 'EEXIST' && codeOf(error) !== 'ENOENT') throw error;
    return false;
  } finally {
    await rm(draft, { force: true });
  }
}

const nobody: Holder = { pid: 0, born: '', address: '', stopping: false, children: [] };

/** Null when there is no file. One that cannot be read (the power went) is nobody's. */
async function read(file: string): Promise<Holder | null> {
  const text = await readFile(file, 'utf8').catch(() => null);
  if (text === null) return null;
  try {
    return JSON.parse(text) as Holder;
  } catch {
    return nobody;
  }
}

/** Takes the file of a dead holder away and ends its children. Only one of many can: the others find no such file. */
async function putAside(file: string, dead: Holder): Promise<boolean> {
  const aside = `${file}.${randomUUID()}`;
  try {
    await rename(file, aside);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return false;
    throw error;
  }
  const moved = await read(aside);
  // Between looking and moving somebody else came first: give it back.
  if (moved && moved.pid !== dead.pid && isAlive(moved)) await link(aside, file).catch(() => {});
  else await endAll(dead.children);
  await rm(aside, { force: true });
  return true;
}

/** Longer than they need to finish what they are doing. */
const lastSecondsMs = 7_000;

async function endAll(children: Process[]): Promise<void> {
  const begun = performance.now();
  for (const child of children) if (isAlive(child)) process.kill(child.pid, 'SIGTERM');
  while (children.some(isAlive)) {
    await pause(20);
    if (performance.now() < begun + lastSecondsMs) continue;
    for (const child of children) if (isAlive(child)) process.kill(child.pid, 'SIGKILL');
  }
}
