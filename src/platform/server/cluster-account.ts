import { spawnSync } from 'node:child_process';
import { ClusterTrouble } from './cluster-trouble.ts';

/** Who runs PostgreSQL. */
export type Account = { uid: number; gid: number; name: string };

const idOf = (flag: '-u' | '-g' | '-un', who: string) => {
  const said = spawnSync('id', [flag, who], { encoding: 'utf8' });
  return said.status === 0 ? said.stdout.trim() : null;
};

function find(name: string): Account | null {
  const uid = idOf('-u', name);
  const gid = idOf('-g', name);
  return uid === null || gid === null || uid === '0' ? null : { uid: Number(uid), gid: Number(gid), name };
}

/** Accounts do not exist on every system and not everywhere may they be made: the first that works. */
function choose(): Account {
  const account = find('trekkracht') ?? make() ?? find('postgres') ?? find('nobody');
  if (!account) throw new ClusterTrouble('no-account', 'PostgreSQL refuses to run as root');
  return account;
}

function make(): Account | null {
  spawnSync('useradd', ['--system', '--no-create-home', '--shell', '/usr/sbin/nologin', 'trekkracht']);
  return find('trekkracht');
}

/**
 * PostgreSQL refuses to run as root. So for root this gives an ordinary account: the one that owns the folder in
 * question, else one of the system's. For anybody else null: run as who you are.
 */
export function accountFor(owner: { uid: number; gid: number }): Account | null {
  if (process.getuid?.() !== 0) return null;
  const name = idOf('-un', String(owner.uid));
  // To make a database takes an account that has a name. In a container the owner of a folder may be a number only.
  return owner.uid === 0 || name === null ? choose() : { uid: owner.uid, gid: owner.gid, name };
}

/** How to spawn as that account. The folder we are in may be closed to it, and our variables are none of its business. */
export const spawnAs = (account: Account | null) => ({
  cwd: '/',
  env: { PATH: process.env.PATH ?? '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' },
  ...(account ? { uid: account.uid, gid: account.gid } : {}),
});

/** Whether the account can run this program, or can walk through this folder. */
export const canRun = (account: Account, program: string): boolean =>
  spawnSync(program, ['--version'], spawnAs(account)).status === 0;

export const canEnter = (account: Account, folder: string): boolean =>
  spawnSync('/bin/sh', ['-c', 'cd -- "$1"', 'sh', folder], spawnAs(account)).status === 0;
