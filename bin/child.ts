import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { projectFolder } from '#platform/server/cluster-place.ts';
import { Told } from './terminal.ts';
import type { Key } from './sentences.ts';

export type Errand = {
  /** A script of the project and its options. */
  script: string;
  options?: string[];
  variables: NodeJS.ProcessEnv;
  /** What to tell when it fails; what it said follows. */
  complaint: Key;
  signal?: AbortSignal | undefined;
  /** Hears which process it is. */
  onChild?: ((pid: number) => Promise<void>) | undefined;
};

/** Runs a script of the project to its end, silently unless it fails; returns what it printed. Throws Told, or AbortError. */
export function runErrand({
  script,
  options = [],
  variables,
  complaint,
  signal,
  onChild,
}: Errand): Promise<string> {
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, [join(projectFolder, script), ...options], {
      cwd: projectFolder,
      env: variables,
      stdio: ['ignore', 'pipe', 'pipe'],
      signal,
    });
    let [printed, said] = ['', ''];
    child.stdout.on('data', (chunk) => (printed += chunk));
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += chunk));
    child.on('error', fail);
    child.on('close', (code) => (code === 0 ? done(printed) : fail(new Told(complaint, {}, said))));
    if (child.pid !== undefined) onChild?.(child.pid).catch(fail);
  });
}

/** Long enough to finish what it is doing. */
const lastSecondsMs = 10_000;

/** Asks it to stop, and ends it when it does not. */
export async function endChild(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
  const gone = new Promise<void>((done) => child.once('exit', () => done()));
  child.kill('SIGTERM');
  const impatience = setTimeout(() => child.kill('SIGKILL'), lastSecondsMs);
  await gone;
  clearTimeout(impatience);
}
