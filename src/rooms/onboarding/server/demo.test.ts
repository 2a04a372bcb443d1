import { beforeAll, expect, test } from 'vitest';
import { Conflict } from '#platform/errors.ts';
import { system } from '#platform/server/scope.ts';
import { suggestAnswers } from '#rooms/helpline/server/index.ts';
import { addOrganisation, resolve } from '#rooms/organisations/server/index.ts';
import { demoHouses } from '#rooms/people/server/index.ts';
import { asOwner, travelTo, useDatabase } from '../../../../tests/support/database.ts';
import {
  countsBySlug,
  expectEverybodyServed,
  expectPast,
  expectQuietPast,
  madeWithinMs,
  makeDemo,
} from './demo.world.ts';
import { beginDemo, demoProgress, firstStep } from './index.ts';

useDatabase();

// A Tuesday afternoon, when what was asked in the morning would have moved on by itself.
const now = new Date('2026-11-24T14:10:00Z');

beforeAll(async () => {
  await travelTo(now);
  expect(await firstStep()).toBe('nothing');
  // The first of its towns was made, and then the power went.
  await addOrganisation({ slug: 'veurne', name: 'Veurne', demo: true });
  expect(await demoProgress()).toMatchObject({ step: 'begun', busy: false });
  const outcomes = await Promise.all([makeDemo(), makeDemo()]);
  expect(outcomes.toSorted()).toEqual(['exists', 'made']);
}, madeWithinMs);

test('three towns, made once, also by two at the same time and after an interruption', async () => {
  const small = { people: 8, appointments: 8, tips: 3, questions: 3, answers: 1, coaches: 1, away: 0 };
  expect(await countsBySlug()).toEqual({
    veurne: {
      ...{ people: 403, appointments: 404, tips: 12, questions: 43, answers: 10, coaches: 20, away: 2 },
      ...{ members: 4, members_here: 2 },
    },
    'de-panne': { ...small, members: 0, members_here: 0 },
    kortrijk: { ...small, members: 13, members_here: 1 },
  });
});

test('once organisations are here, it is not made again', async () => {
  expect(await firstStep()).toBe('done');
  expect(await makeDemo()).toBe('exists');
  await expect(beginDemo()).rejects.toThrow(Conflict);
});

test('whatever is open waits with somebody who is there', async () => {
  expect(await expectEverybodyServed()).toBe(14);
});

test('the past lies in the past', () => expectPast(now));

test('new is only what somebody has to do something about', () => expectQuietPast());

test('every state is there, and each thread is told by whoever had the question', async () => {
  const states = await asOwner<{ state: string; count: number }>(
    `select state, count(*)::int from question q join organisation o on o.id = q.organisation_id
      where slug = 'veurne' group by 1 order by 1`,
  );
  expect(Object.fromEntries(states.map(({ state, count }) => [state, count]))).toEqual({
    answered: 6,
    claimed: 5,
    closed: 24,
    merged: 1,
    waiting: 7,
  });
  const strangers = await asOwner(
    `select 1 from question_message m where sender = 'helper' and not exists (
       select from question_step s where s.question_id = m.question_id and s.person_id = m.author_id)`,
  );
  expect(strangers).toEqual([]);
});

test('somebody of each role can be stepped into, and nobody has a real address', async () => {
  const [veurne] = await demoHouses();
  const roles = veurne!.people.map(({ role }) => role);
  for (const role of [
    'employee',
    'coach',
    'expert',
    'manager',
    'hr',
    'ict',
    'coordinator',
    'director',
    'dpo',
    'admin',
  ])
    expect(roles).toContain(role);
  expect(
    await asOwner(`select email from person where email is not null and email not like '%.example'`),
  ).toEqual([]);
});

test('what was answered before is found by who asks the same', async () => {
  const [veurne] = await resolve('slug', 'veurne');
  const found = await suggestAnswers(
    system(veurne!.organisationId, 'test'),
    'ik klikte op een rare link in een mail',
  );
  expect(found.map(({ kind }) => kind)).toContain('answer');
});
