import { expect, test } from 'vitest';
import { newId } from '../../src/platform/ids.ts';
import { inOrganisation, system } from '../../src/platform/server/scope.ts';
import { travelTo, useDatabase } from '../support/database.ts';

// What all room tests stand on.
useDatabase();

const now = () => inOrganisation(system(newId(), 'house.clock'), async (tx) => tx.now.toISOString());

test('tests run far from Brussels', () => {
  expect(new Date('2026-07-01T12:00:00Z').getHours(), 'Set TZ=America/New_York in vitest.config.ts').toBe(8);
});

test('the clock goes where a test wants it, in summer and in winter', async () => {
  await travelTo('2026-07-11 09:00');
  expect(await now()).toMatch(/^2026-07-11T07:00:0/);
  await travelTo('2026-11-11 09:00');
  expect(await now()).toMatch(/^2026-11-11T08:00:0/);
  await travelTo(new Date('2027-03-01T00:00:00Z'));
  expect(await now()).toMatch(/^2027-03-01T00:00:0/);
});
