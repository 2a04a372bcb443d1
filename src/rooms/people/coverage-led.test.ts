import { expect, it } from 'vitest';
import type { UnitCoverage } from './coverage.ts';
import { coverageOfLed, ledBy } from './coverage-led.ts';

const now = new Date('2026-11-23T09:00:00Z');
const unit = (unitId: string, parentId: string | null, staff = 4): UnitCoverage => ({
  ...{ unitId, parentId, name: unitId, staff, first: null, coaches: [], day: '2026-11-23' },
  ...{ cover: 'others', gap: { kind: 'no_coach', since: null }, weeks: [] },
});
const units = [unit('top', null, 0), unit('sport', 'top'), unit('zwembad', 'sport'), unit('zorg', null)];
const led = (...ids: string[]) => coverageOfLed({ units, arranges: [], now }, ids).map((one) => one.unitId);

it('tells a manager of the own unit and of all below it, and of no other', () => {
  expect(led('sport')).toEqual(['sport', 'zwembad']);
  expect(led('zorg')).toEqual(['zorg']);
  expect(led()).toEqual([]);
});

it('leaves out what only holds other units, and tells of each unit once', () => {
  expect(led('top')).toEqual(['sport', 'zwembad']);
  expect(led('top', 'sport')).toEqual(['sport', 'zwembad']);
});

it('knows what somebody leads from the roles of a manager alone', () => {
  const roles = [
    { kind: 'coach', unitId: 'zorg' },
    { kind: 'manager', unitId: 'sport' },
    { kind: 'hr', unitId: null },
  ];
  expect(ledBy(roles)).toEqual(['sport']);
});
