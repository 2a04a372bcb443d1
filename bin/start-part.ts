import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { projectFolder } from '#platform/server/cluster-place.ts';
import { endChild } from './child.ts';
import { openLog } from './log-file.ts';
import { print, say, Told } from './terminal.ts';

type Options = {
  name: 'web' | 'worker';
  logFile: string;
  /** Asked at every start: the address of the database may have changed. */
  variables: () => NodeJS.ProcessEnv;
  onChild: (pid: number) => Promise<void>;
};

export type Part = {
  /** Rejects (Told) when it dies three times before `settle` was called. */
  broken: Promise<never>;
  /** From here on it is started again for ever. */
  settle(): void;
  /** Ends it; it comes back at once with its new variables. */
  renew(): void;
  stop(): Promise<void>;
};

const pauseMs = { first: 200, most: 10_000 };
/**
 * Left to itself Node lets what is no longer needed lie for as long as the machine has room. Megabytes; what is needed at
 * once stays far below.
 */
export const frugal = ['--max-old-space-size=192', '--max-semi-space-size=8'];

/** Whoever lived this long did not die of how it was started. */
const healthyMs = 30_000;

/**
 * Runs src/web.ts or src/worker.ts, and again whenever it dies. It runs in a process group of its own, so that Ctrl-C
 * reaches only us; the channel between us tells it when we are gone. It may send `{ print: '…' }` for the terminal.
 */
export function keepRunning(options: Options): Part {
  const log = openLog(options.logFile);
  let [stopping, settled, renewing] = [false, false, false];
  let [deaths, waitMs] = [0, pauseMs.first];
  let child = begin();
  let giveUp: (reason: Told) => void = () => {};
  const broken = new Promise<never>((_, fail) => (giveUp = fail));
  broken.catch(() => {});

  function begin(): ChildProcess {
    const started = performance.now();
    const fresh = spawnPart(options, (chunk) => log.write(chunk));
    // A process that could not even be made says 'error' and never 'exit'.
    fresh.once(fresh.pid === undefined ? 'error' : 'exit', () => void revive(performance.now() - started));
    return fresh;
  }

  async function revive(livedMs: number): Promise<void> {
    if (stopping) return;
    if (renewing) renewing = false;
    else await mourn(livedMs);
    if (!stopping) child = begin();
  }

  async function mourn(livedMs: number): Promise<void> {
    deaths += 1;
    if (settled) say('start_part_died', { part: options.name, file: options.logFile });
    else if (deaths === 3) giveUp(new Told('start_part_fails', { part: options.name }, log.lastLines()));
    if (livedMs > healthyMs) waitMs = pauseMs.first;
    await pause(waitMs);
    waitMs = Math.min(waitMs * 2, pauseMs.most);
  }

  return {
    broken,
    settle: () => void (settled = true),
    renew: () => void (renewing = child.kill('SIGTERM')),
    stop: async () => {
      stopping = true;
      await endChild(child);
      log.close();
    },
  };
}

function spawnPart({ name, variables, onChild }: Options, write: (chunk: Buffer) => void): ChildProcess {
  const child = spawn(process.execPath, [...frugal, join(projectFolder, 'src', `${name}.ts`)], {
    cwd: projectFolder,
    env: { ...variables(), NODE_ENV: 'production' },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    detached: true,
  });
  child.stdout?.on('data', write);
  child.stderr?.on('data', write);
  child.on('message', (message) => {
    if (typeof message === 'object' && 'print' in message && typeof message.print === 'string')
      print(message.print);
  });
  child.on('error', (error) => write(Buffer.from(`${error.message}\n`)));
  if (child.pid !== undefined)
    onChild(child.pid).catch((error: unknown) => write(Buffer.from(`${String(error)}\n`)));
  return child;
}
