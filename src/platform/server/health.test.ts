import { expect, test } from 'vitest';
import project from '../../../package.json' with { type: 'json' };
import { asOwner, useDatabase } from '../../../tests/support/database.ts';
import { closeDatabase } from './db.ts';
import { health } from './health.ts';

useDatabase();
const { version } = project;

const beat = (secondsAgo: number) =>
  asOwner(
    `insert into worker_beat (beat_at) values (now() - make_interval(secs => $1))
     on conflict (only_row) do update set beat_at = excluded.beat_at`,
    [secondsAgo],
  );

test('the worker is unknown until it was seen, up while it beats, and late after that', async () => {
  expect(await health()).toEqual({ version, database: 'up', worker: 'unknown' });
  await beat(0);
  expect((await health()).worker).toBe('up');
  await beat(60);
  expect((await health()).worker).toBe('up');
  await beat(100);
  expect(await health()).toEqual({ version, database: 'up', worker: 'late' });
});

test('a database that does not answer, or lets nobody in, is down', async () => {
  const down = { version, database: 'down', worker: 'unknown' };
  const held = asOwner(
    `do $$ begin lock table worker_beat in access exclusive mode; perform pg_sleep(4); end $$`,
  );
  await expect.poll(async () => (await health()).database, { timeout: 10_000 }).toBe('down');
  await held;
  expect((await health()).database).toBe('up');
  await closeDatabase();
  await asOwner(
    `do $$ begin execute format('revoke connect on database %I from public, trekkracht_app', current_database()); end $$`,
  );
  expect(await health()).toEqual(down);
});
