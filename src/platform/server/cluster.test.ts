import { mkdtemp, chmod, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { birthOf } from './cluster-alive.ts';
import { readLivingNote } from './cluster-server.ts';
import { findCluster, startCluster, withCluster, type Cluster } from './cluster.ts';

let parent: string;
let dataFolder: string;

// One for all tests: to make a database folder, and be sure that it is on the disk, takes longest.
beforeAll(async () => {
  parent = await mkdtemp(join(tmpdir(), 'cluster test '));
  // For root the server runs as somebody else, who must be able to come here.
  await chmod(parent, 0o711);
  dataFolder = join(parent, 'data');
});

afterEach(async () => {
  await (await findCluster({ dataFolder }))?.stop();
});

afterAll(() => rm(parent, { recursive: true, force: true }));

async function ask<Row extends pg.QueryResultRow>(connectionString: string, text: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  return (await client.query<Row>(text).finally(() => client.end())).rows;
}

const folder = () => join(dataFolder, 'postgres');
const serverOf = async () => (await readLivingNote(folder()))?.pid ?? null;

async function kill(cluster: Cluster): Promise<void> {
  process.kill((await serverOf())!, 'SIGKILL');
  await cluster.lost;
}

test('it is made with two roles that pass no wall, and is durable', async () => {
  const { ownerUrl, appUrl, superuserUrl } = await startCluster({ dataFolder });
  const roles = await ask<{ rolname: string }>(
    superuserUrl,
    `select rolname from pg_roles where rolcanlogin and not rolsuper and not rolbypassrls and not rolcreaterole order by 1`,
  );
  expect(roles.map((row) => row.rolname)).toEqual(['trekkracht_app', 'trekkracht_owner']);
  await ask(ownerUrl, 'create table theirs (line text)');
  await expect(ask(appUrl, 'create table mine (line text)')).rejects.toThrow('permission denied');
  await expect(ask(appUrl, 'select from theirs')).rejects.toThrow('permission denied');
  await expect(ask(appUrl.replace(/trekkracht$/, 'postgres'), 'select 1')).rejects.toThrow(
    'permission denied',
  );
  await expect(ask(appUrl.replace(/:[^:@]+@/, ':guess@'), 'select 1')).rejects.toThrow('password');
  for (const setting of ['fsync', 'synchronous_commit', 'full_page_writes'])
    expect(await ask(appUrl, `show ${setting}`)).toEqual([{ [setting]: 'on' }]);
  expect(await ask(appUrl, 'show listen_addresses')).toEqual([{ listen_addresses: '127.0.0.1' }]);
});

test('it is started once, shared, and stopped by the last one to leave', async () => {
  expect(await findCluster({ dataFolder })).toBeNull();
  const clusters = await Promise.all([1, 2, 3].map(() => startCluster({ dataFolder })));
  expect(new Set(clusters.map(({ port }) => port)).size).toBe(1);
  expect(clusters.filter(({ adopted }) => !adopted)).toHaveLength(1);
  const pid = await serverOf();
  await withCluster({ dataFolder }, async ({ adopted, appUrl }) => {
    expect(adopted).toBe(true);
    await ask(appUrl, 'select 1');
  });
  await clusters[0]!.leave();
  expect(await serverOf()).toBe(pid);
  await Promise.all([clusters[1]!.leave(), clusters[2]!.leave()]);
  expect(await serverOf()).toBeNull();
  expect((await readdir(dataFolder)).filter((name) => name.includes('draft'))).toEqual([]);
});

test('what was confirmed is there after the server was killed, on the same port', async () => {
  let cluster = await startCluster({ dataFolder });
  const { port, appUrl } = cluster;
  await ask(cluster.ownerUrl, 'create table note (line int); grant select on note to trekkracht_app');
  for (let line = 1; line <= 3; line += 1) {
    await ask(cluster.ownerUrl, `insert into note values (${line})`);
    await kill(cluster);
    cluster = await startCluster({ dataFolder, port });
    expect(cluster).toMatchObject({ port, appUrl, adopted: false });
    expect(await ask(appUrl, 'select from note')).toHaveLength(line);
  }
});

test('an orphan is taken over', async () => {
  const first = await startCluster({ dataFolder });
  const pid = await serverOf();
  const second = await startCluster({ dataFolder });
  expect(second).toMatchObject({ adopted: true, port: first.port });
  await second.stop();
  await first.lost;
  expect(birthOf(pid!)).toBeNull();
});

test('a note left behind that names another process does not keep it from starting', async () => {
  const cluster = await startCluster({ dataFolder });
  await kill(cluster);
  const note = join(folder(), 'postmaster.pid');
  const lines = (await readFile(note, 'utf8')).split('\n');
  await writeFile(note, [String(process.pid), ...lines.slice(1)].join('\n'));
  expect(await findCluster({ dataFolder })).toBeNull();
  const again = await startCluster({ dataFolder });
  expect(again.adopted).toBe(false);
});

test('a first start that was killed half-way leaves nothing in the way', async () => {
  const cluster = await startCluster({ dataFolder });
  await cluster.stop();
  // As if it had been killed before the folder got its name: no process has this number.
  const draft = `${folder()}.draft-4194305-x`;
  await rm(folder(), { recursive: true });
  await writeFile(`${draft}.password`, 'x');
  const again = await startCluster({ dataFolder });
  expect(await ask(again.appUrl, 'select 1 as one')).toEqual([{ one: 1 }]);
  expect((await readdir(dataFolder)).sort()).toEqual(['database.json', 'log', 'postgres']);
});
