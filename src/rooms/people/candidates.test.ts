import { describe, expect, test } from 'vitest';
import { defaultWeekHours, type WeekHours } from '#platform/hours.ts';
import { candidates, type Snapshot } from './candidates.ts';
import { at, away, monday, unit, world } from './candidates.world.ts';
import { unitHours } from './opening.ts';

const ids = (snapshot: Snapshot, unitId: string, moment: string, theme: string | null = null) =>
  candidates(snapshot, unitId, { theme, moment: at(moment) }).map(({ personId }) => personId);
const first = (snapshot: Snapshot, unitId: string, moment: string) =>
  candidates(snapshot, unitId, { moment: at(moment) })[0];

describe('the order of kinds', () => {
  test('own coach, substitute, neighbours, expert, pool, ICT, coordinator, admin', () => {
    const list = candidates(world(), 'finance', { theme: 'teams', moment: at(monday) });
    expect(list.map(({ personId, reason }) => [personId, reason])).toEqual([
      ['ann', { kind: 'own_coach' }],
      ['bram', { kind: 'substitute', forId: 'ann' }],
      ['cas', { kind: 'neighbour', unitId: 'registry' }],
      ['nora', { kind: 'neighbour', unitId: 'nursing' }],
      ['tilde', { kind: 'neighbour', unitId: 'town' }],
      ['els', { kind: 'expert', theme: 'teams' }],
      ['pol', { kind: 'pool' }],
      ['tom', { kind: 'ict' }],
      ['coby', { kind: 'coordinator' }],
      ['ada', { kind: 'admin' }],
    ]);
    expect(list.every(({ thereNow }) => thereNow)).toBe(true);
    expect(list[0]).toMatchObject({ from: at(monday), until: at('2026-11-23T12:00'), full: false });
  });

  test('an expert is asked for their own theme only', () => {
    expect(ids(world(), 'finance', monday, 'outlook')).not.toContain('els');
    expect(ids(world(), 'finance', monday)).not.toContain('els');
    expect(ids(world({ els: { isExpert: false } }), 'finance', monday, 'teams')).not.toContain('els');
  });

  test('a unit without a coach gets its neighbour; an empty list means nobody next door', () => {
    expect(first(world(), 'library', monday)?.reason).toEqual({ kind: 'neighbour', unitId: 'registry' });
    expect(ids(world(), 'library', monday)).not.toContain('tilde');
    expect(ids(world(), 'alone', monday)).toEqual(['pol', 'tom', 'coby', 'ada']);
    expect(ids(world(), 'a unit nobody knows', monday)).toEqual(['pol', 'tom', 'coby', 'ada']);
  });

  test('in the last minutes of the week nobody comes first because they work on Saturday', () => {
    const saturday = { cas: { hours: { '6': [['08:30', '12:30']] } as WeekHours } };
    const staff = world({ ...saturday, ann: { substituteId: null }, nora: { coachOf: [] } });
    for (const moment of ['2026-11-27T16:05', '2026-11-27T16:25', '2026-11-27T18:00'])
      expect(first(staff, 'finance', moment)).toMatchObject({
        ...{ personId: 'ann', thereNow: false, from: at('2026-11-30T08:30') },
      });
    expect(first(staff, 'finance', '2026-11-27T16:00')).toMatchObject({ personId: 'ann', thereNow: true });
  });

  test('siblings come before the coaches of the parent, whatever their load', () => {
    expect(ids(world({ cas: { openLoad: 5 } }), 'finance', monday).slice(2, 5)).toEqual([
      ...['nora', 'cas', 'tilde'],
    ]);
  });

  test('within a kind the lightest load comes first, then the id', () => {
    const coaches = { zoe: { coachOf: ['finance'] }, bea: { coachOf: ['finance'] }, ann: { openLoad: 1 } };
    expect(ids(world(coaches), 'finance', monday).slice(0, 3)).toEqual(['bea', 'zoe', 'ann']);
  });

  test('who fits twice stands there once, at the first kind', () => {
    const list = candidates(world({ ann: { isAdmin: true, alsoElsewhere: true } }), 'finance', {
      moment: at(monday),
    });
    expect(list.filter(({ personId }) => personId === 'ann')).toMatchObject([
      { reason: { kind: 'own_coach' } },
    ]);
  });
});

describe('substitutes', () => {
  const gone = away('2026-11-23T00:00', '2026-11-28T00:00');

  test('one stands in at once when the coach is away', () => {
    const snapshot = world({ ann: gone });
    expect(first(snapshot, 'finance', monday)).toMatchObject({ personId: 'bram', thereNow: true });
    expect(ids(snapshot, 'finance', monday).at(-1)).toBe('ann');
  });

  test('who is named on the absence goes before the standing one', () => {
    const snapshot = world({ ann: away('2026-11-23T00:00', '2026-11-28T00:00', 'els') });
    expect(first(snapshot, 'finance', monday)?.reason).toEqual({ kind: 'substitute', forId: 'ann' });
    expect(ids(snapshot, 'finance', monday)[0]).toBe('els');
    expect(ids(snapshot, 'finance', monday)).not.toContain('bram');
    expect(ids(snapshot, 'finance', '2026-11-22T23:59')).not.toContain('els');
    expect(ids(snapshot, 'finance', '2026-11-23T00:00')).toContain('els');
    expect(ids(snapshot, 'finance', '2026-11-27T23:59')).toContain('els');
    expect(ids(snapshot, 'finance', '2026-11-28T00:00')).not.toContain('els');
    expect(ids(snapshot, 'finance', '2026-11-30T10:00').slice(0, 2)).toEqual(['ann', 'bram']);
  });

  test('a substitute who is away brings no further substitute', () => {
    const snapshot = world({ ann: gone, bram: { ...gone, substituteId: 'zed' }, zed: {} });
    expect(first(snapshot, 'finance', monday)?.personId).toBe('cas');
    expect(ids(snapshot, 'finance', monday)).not.toContain('zed');
  });

  test('a substitute of two coaches is named for the one who is away', () => {
    const snapshot = world({ abe: { coachOf: ['finance'], substituteId: 'bram' }, ann: gone });
    const list = candidates(snapshot, 'finance', { moment: at(monday) });
    expect(list.map(({ reason }) => reason)).toContainEqual({ kind: 'substitute', forId: 'ann' });
  });
});

describe('unitHours', () => {
  test('walks up to the nearest own hours, else the default, also with a cycle or a hole', () => {
    const snapshot = world();
    expect(unitHours(snapshot, 'nightward')).toBe(snapshot.units.get('nursing')?.hours);
    expect(unitHours(snapshot, 'finance')).toBe(defaultWeekHours);
    expect(unitHours(snapshot, 'no such unit')).toBe(defaultWeekHours);
    const loop = [unit('a', { parentId: 'b' }), unit('b', { parentId: 'a' }), unit('c', { parentId: 'c' })];
    const looped = { ...snapshot, units: new Map(loop.map((each) => [each.id, each])) };
    expect(unitHours(looped, 'a')).toBe(defaultWeekHours);
    expect(unitHours(looped, 'c')).toBe(defaultWeekHours);
  });
});
