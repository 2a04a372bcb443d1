import { describe, expect, it } from 'vitest';
import { keptHidden, keptInShort } from './kept.ts';

const ann = { firstName: 'Ann', lastName: 'Maes' };
const usual = { underCover: false, outsideUnit: false, state: 'waiting' } as const;
const cover = { ...usual, underCover: true };
const both = { seesName: ann, holder: ann, next: { firstName: 'Bram', lastName: 'Claes' } };

describe('what is kept hidden', () => {
  it('is said plainly under cover: who sees the name, and that it stays behind', () => {
    expect(keptInShort(cover, ann)).toBe('Alleen Ann Maes ziet je naam');
    expect(keptHidden(cover, both)[0]).toBe(
      'Alleen Ann Maes ziet je naam. Neemt iemand anders over, dan ziet die je naam niet.',
    );
    expect(keptInShort(cover, null)).toBe('Niemand ziet je naam');
    expect(keptHidden(cover, { ...both, seesName: null })[0]).toContain('Niemand ziet je naam');
  });

  it('says at once that whoever took over does not see the name', () => {
    const bram = { firstName: 'Bram', lastName: 'Claes' };
    expect(keptHidden(cover, { ...both, holder: bram })[1]).toBe('Bram Claes ziet je naam niet.');
    expect(keptHidden(cover, both).join(' ')).not.toContain('Bram Claes ziet je naam niet.');
  });

  it('is said for outside the own unit too, where the name is seen', () => {
    const outside = { ...usual, outsideUnit: true };
    expect(keptInShort(outside, null)).toBe('Buiten je dienst gevraagd');
    expect(keptHidden(outside, both).join(' ')).toContain('Wie je helpt, ziet wel je naam.');
  });

  it('says so when nobody else may take over, as long as it waits', () => {
    const alone = { ...both, next: null };
    expect(keptHidden(cover, alone).at(-1)).toContain('Kies zelf een andere digicoach');
    expect(keptHidden({ ...cover, state: 'answered' }, alone)).toHaveLength(3);
  });

  it('is nothing for a question like any other', () => {
    expect(keptInShort(usual, null)).toBeNull();
    expect(keptHidden(usual, both)).toEqual([]);
  });
});
