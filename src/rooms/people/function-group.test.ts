import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { functionGroupOf, functionGroups, isFunctionGroup, type FunctionGroup } from './function-group.ts';

/** Every function of the list that comes with the demonstration. */
const titles: Record<string, FunctionGroup> = {
  Medewerker: 'desk',
  Boekhouder: 'desk',
  Systeembeheerder: 'desk',
  'Maatschappelijk werker': 'desk',
  Loketmedewerker: 'counter',
  Schoonmaakmedewerker: 'field',
  Zorgkundige: 'care',
  Kinderbegeleider: 'childcare',
  Leerkracht: 'childcare',
  Directielid: 'lead',
};

describe('the group of a function', () => {
  it.each(Object.entries(titles))('%s is %s', (title, group) => {
    expect(functionGroupOf(title)).toBe(group);
  });

  it.each([
    ['Medewerker groendienst', 'field'],
    ['TECHNISCH  medewerker', 'field'],
    ['Conciërge', 'field'],
    ['Kinderverzorgster', 'childcare'],
    ['Directeur kinderopvang', 'lead'],
    ['Verpleegkundige', 'care'],
    ['Hoofdverpleegkundige', 'lead'],
    ['Deskundige onthaalbeleid', 'counter'],
    ['Administratief medewerker', 'desk'],
    ['Beleidsmedewerker', 'desk'],
    ['', 'desk'],
    [null, 'desk'],
  ] satisfies [string | null, FunctionGroup][])('%s is %s', (title, group) => {
    expect(functionGroupOf(title)).toBe(group);
  });

  it('is known for each title of the list', () => {
    const [header, ...lines] = readFileSync('demo/personeel-export.csv', 'latin1').trim().split(/\r?\n/);
    const column = header!.split(';').indexOf('Functie');
    const whole = lines.filter((line) => line.split(';').length === header!.split(';').length);
    const missing = new Set(whole.map((line) => line.split(';')[column]!.trim()).filter(Boolean));
    for (const title of Object.keys(titles)) missing.delete(title);
    expect([...missing]).toEqual([]);
  });

  it('is one of a few words', () => {
    expect(functionGroups.every(isFunctionGroup)).toBe(true);
    expect([isFunctionGroup('x'), isFunctionGroup(null)]).toEqual([false, false]);
  });
});
