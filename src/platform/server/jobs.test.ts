import { setTimeout as pause } from 'node:timers/promises';
import { beforeEach, expect, test } from 'vitest';
import * as v from 'valibot';
import { asOwner, useDatabase } from '../../../tests/support/database.ts';
import { job, keepQueue, later, laterEach, stopQueue, workOn } from './jobs.ts';
import { inOrganisation, system } from './scope.ts';

// Any kind of job will do: what is looked at here is how the queue gives them out.

useDatabase();

const name = 'notifications.mail';
const somebody = system('0193aaaa-0000-7000-8000-000000000001', 'test');
const total = 100;

const put = (marks: readonly string[]) =>
  inOrganisation(somebody, async (tx) => {
    for (const mark of marks) await later(tx, name, { mark });
  });

/** Works on the queue with `run`, until every job of it is in one of these states. */
async function workUntil(states: readonly string[], run: (mark: string) => Promise<void>): Promise<void> {
  await workOn({ [name]: job(v.object({ mark: v.string() }), (_actor, { mark }) => run(mark)) });
  while ((await jobsIn(`state <> all($2)`, [states])).length > 0) await pause(50);
  await stopQueue();
}

const jobsIn = (where = 'true', values: unknown[] = []) =>
  asOwner<{ state: string; mark: string; retries: number }>(
    `select state::text, data -> 'payload' ->> 'mark' as mark, retry_count as retries
       from pgboss.job where name = $1 and ${where.replace('state', 'state::text')}`,
    [name, ...values],
  );

beforeEach(() => asOwner('delete from pgboss.job'));

test('one that fails is tried again by itself; the others are done once, several side by side', async () => {
  await put(Array.from({ length: total }, (_, at) => String(at)));
  const done: string[] = [];
  const failing = new Set(['7']);
  let [inHand, most] = [0, 0];
  const run = async (mark: string) => {
    most = Math.max(most, ++inHand);
    await pause(1);
    inHand--;
    if (failing.has(mark)) throw new Error('not now');
    done.push(mark);
  };
  await workUntil(['completed', 'retry'], run);
  expect(most).toBeGreaterThan(1);
  expect(done).toHaveLength(total - 1);
  expect(new Set(done).size).toBe(total - 1);
  expect(await jobsIn(`state = 'retry'`)).toMatchObject([{ mark: '7' }]);

  failing.clear();
  await asOwner(`update pgboss.job set start_after = now() where state = 'retry'`);
  await workUntil(['completed'], run);
  expect(done.filter((mark) => mark === '7')).toHaveLength(1);
  expect(done).toHaveLength(total);
});

test('what cannot be read fails alone', async () => {
  await put(['1', '2', '3']);
  await asOwner(
    `update pgboss.job set data = '{"organisationId": "x"}' where data -> 'payload' ->> 'mark' = '2'`,
  );
  const done: string[] = [];
  await workUntil(['completed', 'retry'], async (mark) => void done.push(mark));
  expect(done.toSorted()).toEqual(['1', '3']);
});

test('what a worker that died had in hand is given out again, and what was done is forgotten', async () => {
  await put(['held', 'old']);
  await asOwner(`update pgboss.job set state = 'active', started_on = now() - interval '1 hour'
                  where data -> 'payload' ->> 'mark' = 'held'`);
  await asOwner(`update pgboss.job set state = 'completed', completed_on = now() - interval '2 days'
                  where data -> 'payload' ->> 'mark' = 'old'`);
  await keepQueue();
  expect(await jobsIn()).toMatchObject([{ mark: 'held', state: 'retry' }]);
});

test('many in one statement are as each by itself', async () => {
  await put(['1']);
  await inOrganisation(somebody, (tx) => laterEach(tx, name, [{ mark: '2' }, { mark: '3' }]));
  const rows = await asOwner<{ row: object }>(`
    select to_jsonb(job) - '{id,data,created_on,start_after,keep_until}'::text[] as row from pgboss.job`);
  expect(rows[1]).toEqual(rows[0]);
  expect(rows[2]).toEqual(rows[0]);
  expect((await jobsIn()).map(({ mark }) => mark).toSorted()).toEqual(['1', '2', '3']);
});
