// All room tests on the oldest PostgreSQL that may be one's own: 15, as Debian packs it. A throw-away server with names
// in the order of a dictionary, as people have it, and not in that of our own.
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { chown, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { accountFor, spawnAs, type Account } from '../../src/platform/server/cluster-account.ts';
import { projectFolder } from '../../src/platform/server/cluster-place.ts';
import { freePort } from '../support/installation.ts';

const programs = process.env.POSTGRES_15 || '/usr/lib/postgresql/15/bin';
const vitest = join(projectFolder, 'node_modules/vitest/vitest.mjs');

type Server = { url: string; stop(): Promise<void> };

/** In a folder of its own that goes with it; root cannot run it, so then it is somebody else's. */
async function startServer(): Promise<Server> {
  const folder = await mkdtemp(join(tmpdir(), 'trekkracht-postgres-15-'));
  const account = accountFor({ uid: 0, gid: 0 });
  const password = randomBytes(18).toString('base64url');
  const [data, passwordFile] = [join(folder, 'data'), join(folder, 'password')];
  await writeFile(passwordFile, password, { mode: 0o600 });
  if (account) for (const path of [folder, passwordFile]) await chown(path, account.uid, account.gid);
  const options = ['--encoding=UTF8', '--locale=C.UTF-8', '--locale-provider=icu', '--icu-locale=nl-BE'];
  run(
    'initdb',
    ['-D', data, '-U', 'postgres', '-A', 'scram-sha-256', `--pwfile=${passwordFile}`, ...options],
    account,
  );
  const port = await freePort();
  const settings = { port, listen_addresses: '127.0.0.1', unix_socket_directories: '', fsync: 'off' };
  const given = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const child = spawn(join(programs, 'postgres'), ['-D', data, ...given], {
    ...spawnAs(account),
    stdio: 'ignore',
  });
  const stop = async () => {
    await end(child);
    await rm(folder, { recursive: true, force: true });
  };
  const url = `postgres://postgres:${password}@127.0.0.1:${port}/postgres`;
  return { url, stop };
}

function run(program: string, options: string[], account: Account | null): void {
  const { status, stderr } = spawnSync(join(programs, program), options, {
    ...spawnAs(account),
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`${program} failed: ${stderr}`);
}

/** SIGINT: whoever is still connected is sent away. */
async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGINT');
  await gone;
}

async function versionOf(connectionString: string): Promise<string> {
  for (let tries = 0; ; tries += 1) {
    const client = new pg.Client({ connectionString });
    try {
      await client.connect();
      return (await client.query<{ version: string }>('select version()')).rows[0]!.version;
    } catch (error) {
      if (tries === 100) throw error;
      await pause(100);
    } finally {
      await client.end().catch(() => {});
    }
  }
}

/** Files may be named, to run those alone. Gives the exit code; Vitest says how many passed and failed. */
async function main(files: readonly string[]): Promise<number> {
  if (!existsSync(join(programs, 'postgres'))) {
    console.log(
      `skipped postgres-15: there is no PostgreSQL 15 in ${programs} (POSTGRES_15 names another folder)`,
    );
    return 0;
  }
  const server = await startServer();
  try {
    console.log(await versionOf(server.url));
    const env = { ...process.env, TEST_SUPERUSER_URL: server.url };
    const child = spawn(process.execPath, [vitest, 'run', '--project', 'room', ...files], {
      ...{ cwd: projectFolder, env, stdio: 'inherit' },
    });
    const [code] = (await once(child, 'exit')) as [number | null];
    return code ?? 1;
  } finally {
    await server.stop();
  }
}

process.exitCode = await main(process.argv.slice(2));
