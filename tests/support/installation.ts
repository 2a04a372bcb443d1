import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readdir, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { readExternal } from '../../src/platform/server/external-settings.ts';
import { findDatabase } from '../../bin/database.ts';
import { birthOf } from '../../src/platform/server/cluster-alive.ts';
import { findPlace, projectFolder } from '../../src/platform/server/cluster-place.ts';
import { openMailbox, type Mailbox } from './mailbox.ts';
import { killAll, processesOf } from './processes.ts';
import { moveClock } from './travel.ts';

/** Trekkracht as people run it: `bin/start` with a database, a worker and a mail server of its own. */
export type Installation = Pick<Mailbox, 'mails' | 'waitForMail'> & {
  /** Without a slash at the end. */
  url: string;
  dataFolder: string;
  /** What the commands in bin/ need to work beside it. */
  environment: NodeJS.ProcessEnv;
  /** Moves its clock: '2026-11-10 16:30' is a time in Brussels. */
  travelTo(moment: Date | string): Promise<void>;
  /** Runs `bin/<command>` beside it; returns what it printed. */
  command(name: string, ...options: string[]): Promise<string>;
  /** What `bin/start` said on the screen since it last began. */
  printed(): string;
  /** As Ctrl-C does. */
  stop(): Promise<void>;
  /** SIGKILL for everything at once: supervisor, web, worker and database. */
  kill(): Promise<void>;
  /** Starts it again, on the same data and port, after stop() or kill(). */
  start(): Promise<void>;
  /** Stops it for good, and the mail server with it. */
  close(): Promise<void>;
};

const cache = join(projectFolder, '.cache');

/** A first start may have to build the pages. */
const patienceMs = 180_000;

/** A port that nothing listened on just now. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  await new Promise((done) => server.close(done));
  return port;
}

/**
 * Starts an installation on an empty data folder, with the demo world unless told otherwise. The number tells apart
 * the installations of one process, the folder's name (`.cache/journeys-<number>-<process>`) those of several runs at
 * once; it stays after the run, for a look at its logs, until the next one.
 */
export async function openInstallation(
  number: number,
  variables: NodeJS.ProcessEnv = {},
): Promise<Installation> {
  const dataFolder = join(cache, `journeys-${number}-${process.pid}`);
  await clearOldOnes();
  await clear(dataFolder);
  const [port, mailbox] = await Promise.all([freePort(), openMailbox()]);
  const url = `http://localhost:${port}`;
  const environment: NodeJS.ProcessEnv = {
    ...process.env,
    PORT: String(port),
    PUBLIC_URL: url,
    TREKKRACHT_DATA: dataFolder,
    SMTP_URL: mailbox.url,
    DEMO: '1',
    // Whatever database the developer has: these are run on ones of their own.
    ...{ DATABASE_URL: '', APP_DATABASE_URL: '' },
    TEST_CLOCK: '1',
    ...variables,
  };
  let started = await begin(environment, url).catch(async (error: unknown) => {
    await mailbox.close();
    throw error;
  });
  const stop = () => end(started.child);
  return {
    ...{ url, dataFolder, environment, stop, mails: mailbox.mails, waitForMail: mailbox.waitForMail },
    printed: () => started.said.join(''),
    travelTo: (moment) => travel({ dataFolder, external: readExternal(environment) }, moment),
    command: (name, ...options) => run(environment, [name, ...options]),
    kill: async () => {
      killAll(await processesOf(dataFolder));
      await ended(started.child);
    },
    start: async () => {
      started = await begin(environment, url);
    },
    close: async () => {
      await stop();
      await mailbox.close();
    },
  };
}

/** The installations of processes that are gone. */
async function clearOldOnes(): Promise<void> {
  await mkdir(cache, { recursive: true });
  for (const name of await readdir(cache)) {
    const pid = /^journeys-\d+-(\d+)$/.exec(name)?.[1];
    if (pid !== undefined && birthOf(Number(pid)) === null) await clear(join(cache, name));
  }
}

/** Also what an earlier run left running when it was killed. */
async function clear(dataFolder: string): Promise<void> {
  killAll(await processesOf(dataFolder));
  const place = await findPlace(dataFolder).catch(() => null);
  for (const folder of [place?.folder, dataFolder])
    if (folder) await rm(folder, { recursive: true, force: true, maxRetries: 5 });
}

type Started = { child: ChildProcess; said: string[] };

async function begin(environment: NodeJS.ProcessEnv, url: string): Promise<Started> {
  const child = spawn('sh', [join(projectFolder, 'bin', 'start')], {
    env: environment,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => said.push(String(chunk)));
  const last = performance.now() + patienceMs;
  while (performance.now() < last && child.exitCode === null && child.signalCode === null) {
    const answer = await fetch(`${url}/health`, { signal: AbortSignal.timeout(2_000) }).catch(() => null);
    await answer?.body?.cancel();
    if (answer?.ok) return { child, said };
    await pause(100);
  }
  await end(child);
  throw new Error(`bin/start did not lead to a healthy page. It said:\n${said.join('')}`);
}

async function end(child: ChildProcess): Promise<void> {
  child.kill('SIGINT');
  await ended(child);
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
}

async function travel(where: Parameters<typeof findDatabase>[0], moment: Date | string): Promise<void> {
  const database = await findDatabase(where);
  if (!database) throw new Error('The installation does not run.');
  const owner = new pg.Client({ connectionString: database.ownerUrl, options: '-c timezone=UTC' });
  await owner.connect();
  await moveClock(owner, moment).finally(() => owner.end());
  await database.leave();
}

async function run(environment: NodeJS.ProcessEnv, [name, ...options]: string[]): Promise<string> {
  const child = spawn('sh', [join(projectFolder, 'bin', name!), ...options], {
    env: environment,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let [said, complained] = ['', ''];
  child.stdout.on('data', (chunk) => (said += chunk));
  child.stderr.on('data', (chunk) => (complained += chunk));
  await once(child, 'close');
  if (child.exitCode !== 0)
    throw new Error(`bin/${name} ended with ${child.exitCode}:\n${said}${complained}`);
  return said;
}
