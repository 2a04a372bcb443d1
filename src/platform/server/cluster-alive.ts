import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { platform } from 'node:os';

type Sighting = { name: string; state: string; parent: number; born: string };

/** Linux keeps this in a file; `ps` says the same elsewhere. */
function sight(pid: number): Sighting | null {
  try {
    if (platform() === 'linux') {
      const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
      // "pid (name) state …": the name may hold blanks and brackets, so count from the last bracket.
      const close = text.lastIndexOf(')');
      const rest = text.slice(close + 2).split(' ');
      const [state = '', parent] = rest;
      return {
        name: text.slice(text.indexOf('(') + 1, close),
        state,
        parent: Number(parent),
        born: rest[19] ?? '',
      };
    }
    const [born = '', state = '', parent, name = ''] = ['lstart=', 'stat=', 'ppid=', 'comm='].map((field) =>
      execFileSync('ps', ['-o', field, '-p', String(pid)], { encoding: 'utf8' }).trim(),
    );
    return { name: name.split('/').at(-1) ?? name, state, parent: Number(parent), born };
  } catch {
    return null;
  }
}

/**
 * When the process with this id was born, as an opaque text; null when it is gone (or only waits to be
 * reaped). An id with its birth names one process for good: ids are used again.
 */
export function birthOf(pid: number): string | null {
  const seen = sight(pid);
  return seen && !seen.state.startsWith('Z') ? seen.born : null;
}

/** Whether this id belongs to a living PostgreSQL server, and not to whoever got the number after it. */
export function isPostgres(pid: number): boolean {
  const seen = sight(pid);
  return seen !== null && !seen.state.startsWith('Z') && seen.name === 'postgres';
}

/** Whether any process at all has this id, a dead one that was not reaped included. */
export const isTaken = (pid: number): boolean => sight(pid) !== null;

/** Who started it, the shell in between not counted; null when nobody is known. */
export function starterOf(pid: number): number | null {
  const parent = sight(pid)?.parent ?? 0;
  const seen = sight(parent);
  if (!seen) return null;
  return /^(ba|da|a|z|k)?sh$/.test(seen.name) ? seen.parent : parent;
}
