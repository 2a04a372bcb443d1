import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chown, mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type pg from 'pg';
import { spawnAs, type Account } from './cluster-account.ts';
import { birthOf } from './cluster-alive.ts';
import { makeOpenFolder, syncFolder } from './cluster-file.ts';
import type { Passwords, Place } from './cluster-place.ts';
import type { Programs } from './cluster-programs.ts';
import { databaseName, roles } from './cluster-session.ts';
import { ClusterTrouble, codeOf } from './cluster-trouble.ts';

/**
 * Makes PostgreSQL's folder, in a draft beside it that gets its name when it is whole: a first start that is
 * killed leaves a draft, and two first starts at once make one folder.
 */
export async function makeFiles(place: Place, programs: Programs, account: Account | null): Promise<void> {
  if (existsSync(place.folder)) return;
  const parent = dirname(place.folder);
  if (parent !== place.dataFolder) await makeOpenFolder(parent);
  await removeOldDrafts(place.folder);
  const draft = `${place.folder}.draft-${process.pid}-${randomUUID()}`;
  await mkdir(draft, { mode: 0o700 });
  if (account) await chown(draft, account.uid, account.gid);
  await initialise(place, { initdb: programs.initdb, draft, account });
  try {
    await rename(draft, place.folder);
  } catch (error) {
    if (codeOf(error) !== 'ENOTEMPTY' && codeOf(error) !== 'EEXIST') throw error;
    await rm(draft, { recursive: true, force: true });
  }
  await syncFolder(parent);
}

async function removeOldDrafts(folder: string): Promise<void> {
  for (const name of await readdir(dirname(folder))) {
    const maker = new RegExp(`^${basename(folder)}\\.draft-(\\d+)`).exec(name)?.[1];
    if (maker === undefined || birthOf(Number(maker)) !== null) continue;
    await rm(join(dirname(folder), name), { recursive: true, force: true });
  }
}

async function initialise(
  place: Place,
  { initdb, draft, account }: { initdb: string; draft: string; account: Account | null },
): Promise<void> {
  const passwordFile = `${draft}.password`;
  await writeFile(passwordFile, place.passwords.superuser, { mode: 0o600 });
  if (account) await chown(passwordFile, account.uid, account.gid);
  try {
    await run(initdb, [`--pgdata=${draft}`, `--pwfile=${passwordFile}`, ...initialOptions], account);
  } finally {
    await rm(passwordFile, { force: true });
  }
}

const initialOptions = [
  '--encoding=UTF8',
  '--locale-provider=builtin',
  '--locale=C.UTF-8',
  '--auth=scram-sha-256',
  `--username=${roles.superuser}`,
];

function run(program: string, options: string[], account: Account | null): Promise<void> {
  return new Promise((done, fail) => {
    const child = spawn(program, options, {
      ...spawnAs(account),
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    });
    let said = '';
    child.stdout.on('data', (chunk) => (said += chunk));
    child.stderr.on('data', (chunk) => (said += chunk));
    child.on('error', (error) => fail(new ClusterTrouble('failed', error.message, error)));
    child.on('close', (code) => (code === 0 ? done() : fail(new ClusterTrouble('failed', said.trim()))));
  });
}

/**
 * Makes the two roles and the database, as far as they are not there yet. The owner migrates, backs up and restores;
 * the app owns nothing, and neither passes the wall. Nobody else may connect to anything.
 */
export async function makeRoles(
  superuser: pg.Client,
  passwords: Pick<Passwords, 'owner' | 'app'>,
): Promise<void> {
  await superuser.query(`select pg_advisory_lock(hashtext('trekkracht.roles'))`);
  try {
    for (const role of ['owner', 'app'] as const) await makeRole(superuser, roles[role], passwords[role]);
    const found = await superuser.query('select from pg_database where datname = $1', [databaseName]);
    if (found.rowCount === 0) await superuser.query(`create database ${databaseName} owner ${roles.owner}`);
    await superuser.query(`revoke all on database ${databaseName}, postgres, template1 from public`);
    await superuser.query(`grant connect on database ${databaseName} to ${roles.app}`);
  } finally {
    await superuser.query(`select pg_advisory_unlock(hashtext('trekkracht.roles'))`);
  }
}

async function makeRole(superuser: pg.Client, role: string, password: string): Promise<void> {
  const found = await superuser.query('select from pg_roles where rolname = $1', [role]);
  if (found.rowCount !== 0) return;
  const rights = 'login nosuperuser nobypassrls nocreatedb nocreaterole noreplication';
  await superuser.query(`create role ${role} ${rights} password ${superuser.escapeLiteral(password)}`);
}
