import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { afterEach, expect, it } from 'vitest';
import { useDatabase } from '../../../tests/support/database.ts';
import { keepListening } from './live-listen.ts';

const database = useDatabase();
const stop: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of stop.splice(0)) await end();
});

/** What one process hears, in order. */
async function listen(): Promise<string[]> {
  const said: string[] = [];
  const ending = new AbortController();
  const ears = {
    begun: () => void said.push('begun'),
    heard: (payload: string) => void said.push(payload),
    lost: () => void said.push('lost'),
  };
  const ended = keepListening(database.appUrl, ears, ending.signal);
  stop.push(async () => {
    ending.abort();
    await ended;
  });
  await until(() => said.includes('begun'));
  return said;
}

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await pause(10);
}

async function sql(...statements: string[]): Promise<void> {
  const client = new pg.Client({ connectionString: database.appUrl });
  await client.connect();
  for (const statement of statements) await client.query(statement);
  await client.end();
}

it('hears in every process what was committed, and nothing else', async () => {
  const [one, other] = [await listen(), await listen()];
  await sql('begin', `notify live, 'undone'`, 'rollback', 'begin', `notify live, 'done'`, 'commit');
  await until(() => one.length > 1 && other.length > 1);
  expect([one, other]).toEqual([
    ['begun', 'done'],
    ['begun', 'done'],
  ]);
});

it('says when it lost the database, and listens again by itself', async () => {
  const said = await listen();
  await sql(`select pg_terminate_backend(pid) from pg_stat_activity
              where application_name = 'live updates' and datname = current_database()`);
  await until(() => said.length === 3);
  await sql(`notify live, 'again'`);
  await until(() => said.length === 4);
  expect(said).toEqual(['begun', 'lost', 'begun', 'again']);
});

it('goes on trying where there is no database at all, until it is told to stop', async () => {
  const said: string[] = [];
  const ending = new AbortController();
  const note = (what: string) => void said.push(what);
  const ears = { begun: () => note('begun'), heard: note, lost: () => note('lost') };
  const ended = keepListening('postgres://nobody@127.0.0.1:9/none', ears, ending.signal);
  await pause(700);
  ending.abort();
  await ended;
  expect(said).toEqual([]);
});
