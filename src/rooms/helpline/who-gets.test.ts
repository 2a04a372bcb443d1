import { expect, it } from 'vitest';
import { whoGetsIt, type WhoGets } from './who-gets.ts';

const coach = (id: string, ways: WhoGets['coaches'][number]['ways']) => ({
  ...{ id, ways, name: `${id} Maes`, there: `${id} Maes is er nu`, label: id },
});
const who: WhoGets = {
  ...{ first: 'Ann Maes is er nu', leads: null, suggestedId: null },
  coaches: [coach('Bram', ['unit', 'outside', 'cover']), coach('Lies', ['unit', 'cover'])],
};

it.each([
  ['unit', '', 'Ann Maes is er nu'],
  ['unit', 'Bram', 'Bram Maes is er nu'],
  ['outside', '', 'Iemand buiten je dienst'],
  ['outside', 'Bram', 'Bram Maes is er nu'],
  ['outside', 'Lies', 'Iemand buiten je dienst'],
  ['cover', '', 'Kies hieronder wie je naam mag zien'],
  ['cover', 'Lies', 'Alleen Lies Maes ziet je naam'],
  ['cover', 'who is gone', 'Kies hieronder wie je naam mag zien'],
])('%s with coach %j: %s', (way, coachId, line) => expect(whoGetsIt(who, way, coachId)).toBe(line));
