import { describe, expect, test } from 'vitest';
import type { Helper } from './candidates.ts';
import { at, away, helper, monday, world } from './candidates.world.ts';
import { coverageOfUnit, type World } from './coverage.ts';
import type { Coming } from './coverage-days.ts';

const look = (unitId: string, changes: Record<string, Partial<Helper>> = {}, more: Partial<World> = {}) => {
  const snapshot = world(changes);
  const around = { snapshot, coming: [], staff: new Map(), lastCoachDay: new Map(), ...more };
  return coverageOfUnit(around, snapshot.units.get(unitId)!, at(monday));
};

/** '11-23 own', for the days on which something changes. */
const changesOf = ({ weeks }: ReturnType<typeof look>) =>
  weeks
    .flatMap(({ days }) => days)
    .filter(({ cover }, index, all) => cover !== all[index - 1]?.cover)
    .map(({ day, cover }) => `${day.slice(5)} ${cover}`);

const leaving = (to: string): Partial<Helper> => ({ coachUntil: { finance: at(to) } });

describe('today', () => {
  test('the own coach is there, and the first is who the chain names', () => {
    expect(look('finance')).toMatchObject({
      ...{ day: '2026-11-23', cover: 'own', gap: null, first: { personId: 'ann', thereNow: true } },
      coaches: [{ personId: 'ann', away: null, there: { thereNow: true } }],
    });
  });

  test('a stand-in, and since when the coach is away', () => {
    const found = look('finance', { ann: away('2026-11-18T00:00', '2026-12-01T00:00') });
    expect(found).toMatchObject({
      ...{ cover: 'stand_in', gap: { kind: 'away', since: '2026-11-18' } },
      first: { personId: 'bram', reason: { kind: 'substitute', forId: 'ann' } },
      coaches: [{ away: { until: at('2026-12-01T00:00') } }],
    });
  });

  test('nobody of the unit: never a coach, not any more, or all away', () => {
    expect(look('library')).toMatchObject({ cover: 'others', gap: { kind: 'no_coach', since: null } });
    const before = { lastCoachDay: new Map([['library', '2026-11-01']]) };
    expect(look('library', {}, before).gap).toEqual({ kind: 'no_coach', since: '2026-11-02' });
    const both = {
      ...{
        cas: away('2026-11-16T00:00', null),
        zoe: { coachOf: ['registry'], ...away('2026-11-19T00:00', null) },
      },
    };
    expect(look('registry', both)).toMatchObject({
      ...{ cover: 'others', gap: { kind: 'away', since: '2026-11-19' } },
      coaches: [{ away: { until: null } }, { away: { until: null } }],
    });
  });

  test('a free day is a gap without a beginning; an hour of "even niet" is none', () => {
    const tuesdays = { hours: { '2': [['08:30', '12:00']] as [string, string][] }, substituteId: null };
    expect(look('finance', { ann: tuesdays })).toMatchObject({
      ...{ cover: 'others', gap: { kind: 'day_off', since: null } },
    });
    expect(look('finance', { ann: { pausedUntil: at('2026-11-23T11:00') } })).toMatchObject({
      ...{ cover: 'own', gap: null, first: { personId: 'bram' } },
    });
  });

  test('who went home ill this morning is not there today; whoever worked the morning was', () => {
    const ill = { ...away('2026-11-23T09:30', null), substituteId: null };
    expect(look('finance', { ann: ill })).toMatchObject({ cover: 'others', gap: { since: '2026-11-23' } });
    const early = { hours: { '1': [['07:00', '09:30']] as [string, string][] } };
    expect(look('finance', { ann: early }).cover).toBe('own');
  });
});

describe('the coming eight weeks', () => {
  test('begin on the Monday of this week and hold the days on which the unit is open', () => {
    const { weeks } = look('finance');
    expect(weeks).toHaveLength(8);
    expect(weeks[0]?.monday).toBe('2026-11-23');
    expect(weeks.map(({ days }) => days.length)).toEqual([5, 5, 5, 5, 5, 5, 5, 5]);
    expect(look('nursing').weeks[0]?.days).toHaveLength(7);
  });

  test('know planned absences, who stands in for one of them only, and roles that end', () => {
    const planned = { ...away('2026-12-07T00:00', '2026-12-12T00:00', 'cas'), substituteId: null };
    expect(changesOf(look('finance', { ann: planned }))).toEqual([
      '11-23 own',
      '12-07 stand_in',
      '12-14 own',
    ]);
    const gone = { ann: { ...leaving('2026-12-05T00:00'), substituteId: null } };
    expect(changesOf(look('finance', gone))).toEqual(['11-23 own', '12-07 others']);
    // Whoever stands in for a coach does so no longer than that coach is one.
    expect(changesOf(look('finance', { ann: leaving('2026-12-05T00:00') }))).toEqual([
      ...['11-23 own', '12-07 others'],
    ]);
    const left = { ann: { until: at('2026-12-05T00:00'), substituteId: null } };
    expect(changesOf(look('finance', left))).toEqual(['11-23 own', '12-07 others']);
  });

  test('know who becomes a coach later, and until when', () => {
    const coming: Coming[] = [
      {
        ...{ helper: helper('zoe', { homeUnitId: 'library' }), unitId: 'library' },
        ...{ from: at('2026-12-01T00:00'), until: at('2026-12-19T00:00') },
      },
    ];
    expect(changesOf(look('library', {}, { coming }))).toEqual(['11-23 others', '12-01 own', '12-21 others']);
  });
});
