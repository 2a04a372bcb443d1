import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { connect, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, expect, inject, test } from 'vitest';
import { cloneTemplate, inDatabase } from '../../../tests/support/cluster.ts';
import { freePort } from '../../../tests/support/installation.ts';
import { administrator } from '../../../tests/support/roles.ts';
import { openExternal, troubleWith } from './external.ts';
import { refuseElsewhere } from './external-mark.ts';
import { ExternalTrouble } from './external-trouble.ts';
import { migrate } from './migrate.ts';

const admin = administrator();
let dataFolder: string;
/** The role of web and worker in this test: the usual one belongs to all tests. */
let role: string;

beforeAll(async () => {
  dataFolder = await mkdtemp(join(tmpdir(), 'external-test-'));
});
beforeEach(() => {
  role = admin.newRole();
});
afterEach(() => admin.leave());
afterAll(() => rm(dataFolder, { recursive: true, force: true }));

const open = (ownerUrl: string, appUrl: string | null = null) =>
  openExternal({ ownerUrl, appUrl }, { dataFolder, role, patienceMs: 1_500, log: () => {} });

const troubleOf = (opening: Promise<unknown>): Promise<ExternalTrouble> =>
  opening.then(
    () => expect.fail('it opened'),
    (error: unknown) => (error instanceof ExternalTrouble ? error : expect.fail(String(error))),
  );

async function ask(connectionString: string, text: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  return (await client.query(text).finally(() => client.end())).rows;
}

/** A database with its owner, as the documents ask for. */
async function ordered(rights: string) {
  const owner = await admin.role(rights, 'postgres');
  const base = await admin.database(owner.name);
  await admin.sql(`revoke all on database ${base} from public`);
  return { owner, base, ownerUrl: inDatabase(owner.url, base) };
}

test('an owner who makes roles is all it takes: the role of web and worker is made, once', async () => {
  const { ownerUrl } = await ordered('createrole');
  const first = await open(ownerUrl);
  expect(first.appRole).toBe(role);
  expect(await open(ownerUrl)).toEqual(first);
  const file = join(dataFolder, 'app-database-password');
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  expect(first.appUrl).toContain((await readFile(file, 'utf8')).trim());
  await migrate({ ...first, jobs: ['test.job'] });
  expect(await ask(first.appUrl, 'select from organisation')).toEqual([]);
  await expect(ask(first.appUrl, 'create table mine (line text)')).rejects.toThrow('permission denied');
  expect(await open(ownerUrl)).toEqual(first);
});

test('a folder whose database is elsewhere is not given another one by whoever forgets to say so', async () => {
  const { ownerUrl } = await ordered('createrole');
  const folder = await mkdtemp(join(dataFolder, 'own-'));
  await refuseElsewhere(folder);
  await openExternal({ ownerUrl, appUrl: null }, { dataFolder: folder, role, log: () => {} });
  const trouble = await troubleOf(refuseElsewhere(folder));
  expect(trouble).toMatchObject({ reason: 'external_expected', words: { place: new URL(ownerUrl).host } });
  expect(trouble.message).not.toContain(new URL(ownerUrl).password);
  expect((await readdir(folder)).sort()).toEqual(['app-database-password', 'database-elsewhere']);
});

test('an owner who may make no roles is given the SQL, with no password in it, and that is enough', async () => {
  const { ownerUrl } = await ordered('');
  const { reason, words, detail } = await troubleOf(open(ownerUrl));
  expect({ reason, words }).toEqual({ reason: 'external_role_missing', words: { role } });
  expect(detail).not.toContain((await readFile(join(dataFolder, 'app-database-password'), 'utf8')).trim());
  await admin.sql(detail);
  expect((await open(ownerUrl)).appRole).toBe(role);
});

test('a role that is there with another password is nobody we know: left alone, with the SQL to take it', async () => {
  const { ownerUrl } = await ordered('createrole');
  await admin.sql(`create role ${role} login password 'somebody else'`);
  const { reason, detail } = await troubleOf(open(ownerUrl));
  expect(reason).toBe('external_role_password');
  await admin.sql(detail.split('\n').at(-1)!);
  expect((await open(ownerUrl)).appRole).toBe(role);
});

test('a role that was given is taken when it is there, in the same database, and not too much', async () => {
  const { owner, base, ownerUrl } = await ordered('');
  const there = async (rights: string) => (await admin.role(rights, base)).url;
  const reasonOf = async (appUrl: string) => (await troubleOf(open(ownerUrl, appUrl))).reason;
  expect(await reasonOf(await there('superuser'))).toBe('database_role_superuser');
  expect(await reasonOf(await there('bypassrls'))).toBe('database_role_bypasses');
  expect(await reasonOf(await there('createrole'))).toBe('database_role_makes_roles');
  expect(await reasonOf(await there(`in role ${owner.name}`))).toBe('database_role_member');
  const plain = await there('');
  expect(await reasonOf(inDatabase(plain, 'postgres'))).toBe('external_refused');
  await admin.sql(`grant connect on database postgres to ${new URL(plain).username}`);
  expect(await reasonOf(inDatabase(plain, 'postgres'))).toBe('external_other_database');
  await admin.sql(`revoke connect on database postgres from ${new URL(plain).username}`);
  expect(await open(ownerUrl, plain)).toEqual({
    ownerUrl,
    appUrl: plain,
    appRole: new URL(plain).username,
  });
  const missing = await troubleOf(open(ownerUrl, plain.replace(/test_role\w+/, role)));
  expect(missing.reason).toBe('external_role_missing');
  await admin.sql(missing.detail);
  await open(ownerUrl, plain.replace(/test_role\w+/, role));
});

test('another role than that of the wall becomes a member of it, and sees what it saw', async () => {
  const server = inject('server');
  const base = admin.newDatabase();
  await cloneTemplate(server, base);
  const { url } = await admin.role('', base);
  const ownerUrl = inDatabase(server.ownerUrl, base);
  const { reason, detail } = await troubleOf(open(ownerUrl, url));
  expect({ reason, detail }).toEqual({
    reason: 'external_role_needs',
    detail: `grant "trekkracht_app" to "${new URL(url).username}";`,
  });
  await admin.sql(detail);
  expect((await open(ownerUrl, url)).appRole).toBe('trekkracht_app');
  expect(await ask(url, 'select from organisation')).toEqual([]);
});

test('somebody who is not the owner of what is there, or may make nothing, is told who and how', async () => {
  const server = inject('server');
  const base = admin.newDatabase();
  await cloneTemplate(server, base);
  const other = await admin.role('', base);
  expect(await troubleOf(open(other.url))).toMatchObject({
    reason: 'external_other_owner',
    words: { role: other.name, holder: 'trekkracht_owner' },
  });
  const empty = await admin.database('postgres');
  const { reason, detail } = await troubleOf(open(inDatabase(other.url, empty)));
  expect(reason).toBe('external_owner_needs');
  await admin.sql(detail, empty);
  expect((await troubleOf(open(inDatabase(other.url, empty)))).reason).toBe('external_role_missing');
});

test('a server that cannot do what we need is told', async () => {
  const good = { number: 150_018, version: '15.18', unicode: true, dutch: true };
  expect(troubleWith(good)).toBeNull();
  expect(troubleWith({ ...good, number: 140_012 })?.reason).toBe('external_too_old');
  expect(troubleWith({ ...good, dutch: false })?.reason).toBe('external_no_collation');
  const { owner } = await ordered('');
  const bytes = `template template0 encoding 'SQL_ASCII' locale_provider libc locale 'C'`;
  const base = await admin.database(owner.name, bytes);
  const { reason, detail } = await troubleOf(open(inDatabase(owner.url, base)));
  expect(reason).toBe('external_not_unicode');
  expect(detail).toContain('UTF8');
});

/** A server that is not there yet when it is first asked for. */
async function later(port: number, to: number): Promise<Server> {
  await pause(700);
  const server = createServer((socket) => socket.pipe(connect(to, '127.0.0.1')).pipe(socket));
  return server.listen(port, '127.0.0.1');
}

test('one that is not there is waited for a while; one that lets nobody in is not', async () => {
  const { ownerUrl } = await ordered('createrole');
  const [url, port] = [new URL(ownerUrl), await freePort()];
  const to = Number(url.port);
  url.port = String(port);
  const trouble = await troubleOf(open(url.href));
  expect(trouble).toMatchObject({ reason: 'external_unreachable', words: { place: `127.0.0.1:${port}` } });
  const [opened, server] = await Promise.all([open(url.href), later(port, to)]);
  expect(opened.appRole).toBe(role);
  server.close();
  url.password = 'a guess';
  url.port = String(to);
  expect((await troubleOf(open(url.href))).reason).toBe('external_refused');
});
