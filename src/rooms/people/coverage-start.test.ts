import { expect, test } from 'vitest';
import type { Helper } from './candidates.ts';
import { at, away, monday, world } from './candidates.world.ts';
import { coverageOfUnit } from './coverage.ts';
import { withoutCoach } from './coverage-start.ts';

const look = (changes: Record<string, Partial<Helper>> = {}, marks: string[] = ['ann']) => {
  const snapshot = world(changes);
  const staff = new Map([...snapshot.units.keys()].map((id) => [id, 5]));
  const around = { snapshot, coming: [], staff, lastCoachDay: new Map<string, string>() };
  const units = [...snapshot.units.values()].map((unit) => coverageOfUnit(around, unit, at(monday)));
  const arranges = marks.map((personId) => ({ personId }));
  return new Map(withoutCoach({ units, arranges, now: at(monday) }).map((one) => [one.unitId, one]));
};

test('a unit without a coach is to be given one; one with a coach who is there is left in peace', () => {
  const found = look();
  expect(found.get('library')).toMatchObject({ soon: false, next: { kind: 'choose', unitId: 'library' } });
  expect(found.has('finance')).toBe(false);
});

test('for a coach who is away somebody is to stand in; with a stand-in there is nothing to do', () => {
  const gone = away('2026-11-18T00:00', '2026-12-01T00:00');
  expect(look({ ann: gone }).has('finance')).toBe(false);
  const alone = { ann: { ...gone, substituteId: null } };
  expect(look(alone).get('finance')).toMatchObject({
    ...{ soon: false, next: { kind: 'replace', personId: 'ann' } },
  });
  expect(look(alone, []).get('finance')).toMatchObject({ next: { kind: 'look' } });
});

test('what is coming is said once, by the first open day of the first week without anybody', () => {
  const later = away('2026-12-03T00:00', '2026-12-20T00:00');
  const found = look({ ann: { ...later, substituteId: null } }).get('finance');
  expect(found).toMatchObject({ soon: true, next: { kind: 'replace' } });
  expect(found!.lines).toEqual([expect.stringContaining('7 dec')]);
});

test('a day in the week on which the coach does not work is no gap', () => {
  const tuesdays = { hours: { '2': [['08:30', '12:00']] as [string, string][] }, substituteId: null };
  expect(look({ ann: tuesdays }).has('finance')).toBe(false);
});
