import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import pg from 'pg';
import { afterEach, expect, inject, test } from 'vitest';
import { cloneTemplate, inDatabase } from '../../../tests/support/cluster.ts';
import { administrator } from '../../../tests/support/roles.ts';
import { projectFolder } from './cluster-place.ts';
import { faultOfRole } from './role-fault.ts';

const admin = administrator();
afterEach(() => admin.leave());

async function migrated(): Promise<string> {
  const base = admin.newDatabase();
  await cloneTemplate(inject('server'), base);
  return base;
}

async function faultAt(connectionString: string) {
  const client = new pg.Client({ connectionString });
  await client.connect();
  return (await faultOfRole((text) => client.query(text)).finally(() => client.end())).fault;
}

test('only a role that owns nothing, passes no wall and can become nobody who does is one for web and worker', async () => {
  const base = await migrated();
  const [{ ownerUrl, appUrl, superuserUrl }, faults] = [inject('server'), [] as unknown[]];
  for (const url of [superuserUrl, ownerUrl, appUrl]) faults.push(await faultAt(inDatabase(url, base)));
  expect(faults).toEqual(['database_role_superuser', 'database_role_owns', null]);
  const kinds = {
    bypassrls: 'database_role_bypasses',
    createrole: 'database_role_makes_roles',
    'in role pg_execute_server_program': 'database_role_makes_roles',
    'in role trekkracht_owner': 'database_role_member',
    'noinherit in role trekkracht_owner': 'database_role_member',
    'in role trekkracht_app': null,
  };
  for (const [rights, fault] of Object.entries(kinds))
    expect([rights, await faultAt((await admin.role(rights, base)).url)]).toEqual([rights, fault]);
  const owner = await admin.role('', base);
  await admin.sql(`alter table search_document owner to ${owner.name}`, base);
  expect(await faultAt(owner.url)).toBe('database_role_owns');
  const through = await admin.role(`in role ${(await admin.role('bypassrls', base)).name}`, base);
  expect(await faultAt(through.url)).toBe('database_role_bypasses');
});

/** What the worker says when it ends, and how it ends. */
async function workAs(url: string): Promise<{ code: number | null; said: string }> {
  const child = spawn(process.execPath, [join('src', 'worker.ts')], {
    cwd: projectFolder,
    env: { ...process.env, APP_DATABASE_URL: url, SECRET_FILE: inject('server').secretFile },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (chunk) => (said += chunk));
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, said: said.trim() };
}

test('the worker ends at once as the owner, with a sentence and a code that says not to try again', async () => {
  const { code, said } = await workAs(inDatabase(inject('server').ownerUrl, await migrated()));
  const sentence = /^Web en worker starten niet als trekkracht_owner: .*eigenaar.*APP_DATABASE_URL.*$/;
  expect({ code, said }).toEqual({ code: 78, said: expect.stringMatching(sentence) });
});
