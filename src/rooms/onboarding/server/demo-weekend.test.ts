import { beforeAll, expect, test } from 'vitest';
import { travelTo, useDatabase } from '../../../../tests/support/database.ts';
import { expectEverybodyServed, expectPast, expectQuietPast, madeWithinMs, makeDemo } from './demo.world.ts';

useDatabase();

// Saturday evening, after a Friday: hardly anybody is at work.
const now = new Date('2026-11-21T19:30:00Z');

beforeAll(async () => {
  await travelTo(now);
  expect(await makeDemo()).toBe('made');
}, madeWithinMs);

test('made in a weekend it is as sound as on a working day', async () => {
  expect(await expectEverybodyServed()).toBe(14);
  await expectPast(now);
  await expectQuietPast();
});
