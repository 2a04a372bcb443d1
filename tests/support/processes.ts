import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { birthOf, isPostgres } from '../../src/platform/server/cluster-alive.ts';
import { readNote } from '../../src/platform/server/cluster-server.ts';
import { findPlace } from '../../src/platform/server/cluster-place.ts';

/** Who made whom, of all processes that run: [id, id of the parent]. */
function parentage(): [number, number][] {
  if (!existsSync('/proc/self/stat')) {
    const lines = execFileSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' }).trim().split('\n');
    return lines.map((line) => line.trim().split(/\s+/).map(Number) as [number, number]);
  }
  const ids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return ids.flatMap((id) => {
    try {
      const text = readFileSync(`/proc/${id}/stat`, 'utf8');
      return [[Number(id), Number(text.slice(text.lastIndexOf(')') + 2).split(' ')[1])]];
    } catch {
      return [];
    }
  });
}

/** A process and all it made, and what those made. */
export function treeOf(pid: number): number[] {
  const all = parentage();
  const grow = (id: number): number[] => [
    id,
    ...all.filter(([, parent]) => parent === id).flatMap(([child]) => grow(child)),
  ];
  return grow(pid);
}

type LockFile = { pid: number; born: string; children: { pid: number; born: string }[] };

/** Every living process of the installation in this data folder: who started it, its parts, its database. */
export async function processesOf(dataFolder: string): Promise<number[]> {
  const lock = await readLock(dataFolder);
  const known = lock ? [lock, ...lock.children].filter(({ pid, born }) => birthOf(pid) === born) : [];
  const place = await findPlace(dataFolder).catch(() => null);
  const note = place && (await readNote(place.folder));
  const database = note && isPostgres(note.pid) ? [note.pid] : [];
  return [...new Set([...known.map(({ pid }) => pid), ...database].flatMap(treeOf))];
}

async function readLock(dataFolder: string): Promise<LockFile | null> {
  const file = join(dataFolder, 'start.lock');
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as LockFile) : null;
}

/** SIGKILL for all of them; those that are gone already are no trouble. */
export function killAll(pids: readonly number[]): void {
  for (const pid of pids) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
    }
  }
}
