import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyAsk, anyPerson, anySnapshot, anyUnit } from '#rooms/people/candidates.random.fixture.ts';
import { chainFor } from '#rooms/people/chain.ts';
import { unitCalendar } from '#rooms/people/opening.ts';
import { nextAt, place } from './routing.ts';

test('the card and the queue name the same person, whatever the world', () => {
  let placed = 0;
  fc.assert(
    fc.property(anySnapshot, anyUnit, anyAsk, anyPerson, (snapshot, unitId, { theme, moment }, askerId) => {
      const world = {
        chainAt: (at: Date) => chainFor(snapshot, unitId, { theme, moment: at, askerId }),
        calendar: unitCalendar(snapshot, unitId),
      };
      const [first] = chainFor(snapshot, unitId, { theme, moment, askerId });
      if (!first)
        return void expect(() => place(world, moment, [])).toThrow('without an active administrator');
      placed += 1;
      const { holder, waitsUntil } = place(world, moment, []);
      expect(holder).toEqual(first);
      expect(waitsUntil.getTime()).toBeGreaterThan(Math.max(moment.getTime(), first.from.getTime()));
      expect(nextAt(world, waitsUntil, [first.personId])).not.toBe(first.personId);
    }),
    { seed: 20261123, numRuns: 10_000 },
  );
  expect(placed).toBeGreaterThan(7000);
});
