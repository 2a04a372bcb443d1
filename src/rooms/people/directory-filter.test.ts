import { describe, expect, it } from 'vitest';
import { newId } from '#platform/ids.ts';
import { filterIn, queryOf } from './directory-filter.ts';

const all = { q: '', page: 1, unitId: null, role: null, employerId: null, only: null };

const read = (query: string) => filterIn(new URLSearchParams(query));

describe('what the list of colleagues is asked', () => {
  it('goes into the address and comes out the same', () => {
    const [unitId, employerId] = [newId(), newId()];
    const filter = { q: 'de smet', page: 3, unitId, role: 'coach', employerId, only: 'left' } as const;
    expect(read(queryOf(filter))).toEqual(filter);
    expect(queryOf(filter)).toContain('toon=uit-dienst');
    expect([read(''), queryOf(all)]).toEqual([all, '']);
  });

  it.each([
    'pagina=0',
    'pagina=2.5',
    'pagina=x',
    'pagina=99999999',
    'rol=baas',
    'rol=employee',
    'dienst=x',
    'werkgever=%00',
    'toon=left',
    'q=%00+',
  ])('%s asks for nothing', (query) => {
    expect(read(query)).toEqual(all);
  });
});
