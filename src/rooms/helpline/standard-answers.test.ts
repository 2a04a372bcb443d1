import { describe, expect, it } from 'vitest';
import { canKeepShared, fillIn } from './standard-answers.ts';

const filling = { firstName: 'Mia', unit: 'Burgerzaken', coach: 'Ann', organisation: 'Veurne' };

describe('a standard answer', () => {
  it.each([
    ['Dag {voornaam} van {dienst}', 'Dag Mia van Burgerzaken'],
    ['{coach}, {organisatie}, {coach}', 'Ann, Veurne, Ann'],
    ['Dag { Voornaam },', 'Dag Mia,'],
    ['{onbekend} {} {voornaam', '{onbekend} {} {voornaam'],
    ['', ''],
  ])('%j becomes %j', (text, becomes) => {
    expect(fillIn(text, filling)).toBe(becomes);
  });

  it('says colleague where the name is not to be told', () => {
    expect(fillIn('Dag {voornaam} ({dienst})', { ...filling, firstName: null, unit: null })).toBe(
      'Dag collega (je dienst)',
    );
  });

  it('never fills in what was filled in', () => {
    expect(fillIn('{voornaam}', { ...filling, firstName: '{coach} $& $1' })).toBe('{coach} $& $1');
  });

  it('is kept for all by the coordinator', () => {
    const as = (kind: string) => ({ roles: [{ kind, unitId: null, themes: [] }] });
    expect(canKeepShared(as('coordinator'))).toBe(true);
    expect(canKeepShared(as('coach'))).toBe(false);
  });
});
