import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyAsk, anyPerson, anySnapshot, anyUnit } from './candidates.random.fixture.ts';
import { chainFor } from './chain.ts';

const skips = fc.uniqueArray(anyPerson).map((ids) => new Set(ids));

test('whoever is kept off a chain is never in it, nor the asker, and everybody else is as before', () => {
  fc.assert(
    fc.property(anySnapshot, anyUnit, anyAsk, anyPerson, skips, (snapshot, unit, ask, askerId, skip) => {
      const chain = chainFor(snapshot, unit, { ...ask, askerId, skip }).map(({ personId }) => personId);
      expect(chain.filter((id) => skip.has(id) || id === askerId)).toEqual([]);
      expect(new Set(chain).size).toBe(chain.length);
      const others = { ...snapshot, helpers: snapshot.helpers.filter((one) => !skip.has(one.personId)) };
      const without = chainFor(others, unit, { ...ask, askerId }).map(({ personId }) => personId);
      expect(without).toEqual(expect.arrayContaining(chain));
    }),
    { seed: 20261123, numRuns: 400 },
  );
});
