import { readdirSync, readFileSync } from 'node:fs';

// What processes cost, as Linux counts it (proc(5)): in ticks of 10 ms.

const tickMs = 10;

type Stat = { pid: number; parent: number; ownMs: number; endedMs: number; residentKb: number };

function statOf(pid: number): Stat | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = text
      .slice(text.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number);
    const [parent, own, ended] = [fields[1]!, fields[11]! + fields[12]!, fields[13]! + fields[14]!];
    return { pid, parent, ownMs: own * tickMs, endedMs: ended * tickMs, residentKb: fields[21]! * 4 };
  } catch {
    return null;
  }
}

const everybody = (): Stat[] =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => statOf(Number(name)) ?? []);

/** Milliseconds of processor that a process and its children used so far, those that ended included. */
export function processorMs(pid: number): number {
  const all = everybody();
  const top = all.find((one) => one.pid === pid);
  if (!top) throw new Error(`process ${pid} is gone`);
  const children = all.filter(({ parent }) => parent === pid);
  return [top, ...children].reduce((sum, one) => sum + one.ownMs, top.endedMs);
}

/** Megabytes of memory that are resident now. */
export const residentMb = (pid: number): number => Math.round((statOf(pid)?.residentKb ?? 0) / 1024);
