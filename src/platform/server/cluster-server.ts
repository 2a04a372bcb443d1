import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdir, open, readdir, readFile, rm, stat, type FileHandle } from 'node:fs/promises';
import { createServer } from 'node:net';
import { platform } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { spawnAs, type Account } from './cluster-account.ts';
import { isPostgres, isTaken } from './cluster-alive.ts';
import type { Place } from './cluster-place.ts';
import { codeOf } from './cluster-trouble.ts';

/** Handed over at every start, so that a change here reaches databases that exist. */
const serverSettings: Record<string, string | number> = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: 100,
  shared_buffers: '128MB',
  // What was confirmed is on the disk.
  fsync: 'on',
  synchronous_commit: 'on',
  full_page_writes: 'on',
  // After a crash everything is flushed once more before recovery: in one call instead of one for each of a thousand files.
  ...(platform() === 'linux' ? { recovery_init_sync_method: 'syncfs' } : {}),
  // Short queries by index: compiling them costs more than running them, and disks no longer turn.
  jit: 'off',
  random_page_cost: 1.1,
  timezone: 'UTC',
  log_timezone: 'UTC',
  // One file for each weekday, emptied a week later. Faults of queries go to whoever asked, not in here: they may
  // quote what people wrote, and they could fill the disk.
  logging_collector: 'on',
  log_filename: 'postgres-%a.log',
  log_truncate_on_rotation: 'on',
  log_rotation_age: '1d',
  log_rotation_size: 0,
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_checkpoints: 'off',
};

/** `postmaster.pid`: the server's own note of who and where it is. Null when there is no server, or none yet. */
export type Note = { pid: number; port: number; ready: boolean };

const noteFile = (folder: string) => join(folder, 'postmaster.pid');

export async function readNote(folder: string): Promise<Note | null> {
  const text = await readFile(noteFile(folder), 'utf8').catch(() => '');
  const [pid, , , port, , , , state] = text.split('\n');
  return pid ? { pid: Number(pid), port: Number(port ?? 0), ready: state?.trim() === 'ready' } : null;
}

/** The note of a living server, or null. */
export async function readLivingNote(folder: string): Promise<Note | null> {
  const note = await readNote(folder);
  return note && isPostgres(note.pid) ? note : null;
}

/**
 * A note that names a process that is not PostgreSQL any more (the id was given out again, or a container does not
 * reap its dead) would keep the server from starting for ever. One that names nobody it clears away by itself.
 */
async function removeMisleadingNote(folder: string): Promise<void> {
  const note = await readNote(folder);
  if (note && isTaken(note.pid) && !isPostgres(note.pid)) await rm(noteFile(folder), { force: true });
}

function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const server = createServer().on('error', fail);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => done(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

/** What may be in the way for a moment: a server that was killed and is not gone yet, one that
 *  is about to write its note, a port just taken. */
const passing =
  /lock file .* already exists|shared memory block .* is still in use|could not create any TCP\/IP sockets|postmaster\.pid" is empty/;

export type Launch = { outcome: 'ready' } | { outcome: 'again' | 'failed'; said: string };

/**
 * Starts the server and waits until it takes connections, however long it recovers. It lives on without us.
 * Without a port any free one will do.
 */
export async function launch(
  place: Place,
  { postgres, account, port }: { postgres: string; account: Account | null; port?: number | undefined },
): Promise<Launch> {
  await removeMisleadingNote(place.folder);
  const said = await openStartLog(place.dataFolder);
  const settings = { ...serverSettings, port: port ?? (await freePort()) };
  const options = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const child = spawn(postgres, ['-D', place.folder, ...options], {
    ...spawnAs(account),
    detached: true,
    stdio: ['ignore', said.fd, said.fd],
  });
  let ended: string | null = null;
  child.on('error', (error) => (ended = error.message));
  child.on('exit', () => (ended ??= ''));
  child.unref();
  while (ended === null && !(await isReady(place.folder, child.pid))) await pause(20);
  const launched =
    ended === null
      ? { outcome: 'ready' as const }
      : await explain(said, { ended, pid: child.pid ?? 0 }, place.folder);
  await said.close();
  return launched;
}

async function isReady(folder: string, pid: number | undefined): Promise<boolean> {
  const note = await readNote(folder);
  return note !== null && note.ready && note.pid === pid;
}

/** For what a server says before it turns to its own log. It has no name: several may try at once, and be killed. */
async function openStartLog(dataFolder: string): Promise<FileHandle> {
  const path = join(dataFolder, 'log', `database-${randomUUID()}`);
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const file = await open(path, 'wx+', 0o600);
  await rm(path);
  return file;
}

async function explain(
  file: FileHandle,
  { ended, pid }: { ended: string; pid: number },
  folder: string,
): Promise<Launch> {
  const { bytesRead, buffer } = await file.read(Buffer.alloc(16_384), { position: 0 });
  const said = `${ended}${buffer.toString('utf8', 0, bytesRead)}${await lastWords(folder, pid)}`.trim();
  return { outcome: passing.test(said) ? 'again' : 'failed', said };
}

/** What this server wrote into its own log, if it came that far. The writing goes on a moment longer than the server. */
async function lastWords(folder: string, pid: number): Promise<string> {
  for (let tries = 0; tries < 20; tries += 1) {
    const text = await newestLog(join(folder, 'log'));
    const begin = text.lastIndexOf(`[${pid}] LOG:  starting PostgreSQL`);
    if (begin >= 0 && /FATAL|PANIC|is shut down/.test(text.slice(begin))) return text.slice(begin);
    await pause(20);
  }
  return '';
}

async function newestLog(folder: string): Promise<string> {
  const names = await readdir(folder).catch(() => []);
  const files = await Promise.all(
    names.map(async (name) => ({ name, at: (await stat(join(folder, name))).mtimeMs })),
  );
  const newest = files.sort((a, b) => b.at - a.at)[0];
  return newest ? readFile(join(folder, newest.name), 'utf8') : '';
}

/**
 * Stops the server: sessions are ended, everything is written (SIGINT, "fast"); when that takes over a minute, SIGQUIT,
 * after which the next start recovers from the journal.
 */
export async function stopServer(folder: string): Promise<void> {
  const note = await readLivingNote(folder);
  if (!note) return;
  signal(note.pid, 'SIGINT');
  const patience = performance.now() + 60_000;
  while (isPostgres(note.pid)) {
    if (performance.now() > patience) signal(note.pid, 'SIGQUIT');
    await pause(20);
  }
}

function signal(pid: number, name: 'SIGINT' | 'SIGQUIT'): void {
  try {
    process.kill(pid, name);
  } catch (error) {
    if (codeOf(error) !== 'ESRCH') throw error;
  }
}
