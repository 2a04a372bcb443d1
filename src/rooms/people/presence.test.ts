import { describe, expect, test } from 'vitest';
import { candidates, type Snapshot } from './candidates.ts';
import { isHere } from './presence.ts';
import { at, away, everyDay, except, helper, monday, only, world } from './candidates.world.ts';

const ids = (snapshot: Snapshot, unitId: string, moment: string, theme: string | null = null) =>
  candidates(snapshot, unitId, { theme, moment: at(moment) }).map(({ personId }) => personId);
const first = (snapshot: Snapshot, unitId: string, moment: string) =>
  candidates(snapshot, unitId, { moment: at(moment) })[0];

describe('when somebody is there', () => {
  test.each([
    ['2026-11-23T15:59', 'ann', true, '2026-11-23T15:59'],
    ['2026-11-23T16:00', 'ann', true, '2026-11-23T16:00'],
    ['2026-11-23T16:25', 'ann', false, '2026-11-24T08:30'],
    ['2026-11-23T11:45', 'ann', false, '2026-11-23T13:00'],
    ['2026-11-22T10:00', 'ann', false, '2026-11-23T08:30'],
    ['2026-11-11T10:00', 'ann', false, '2026-11-12T08:30'],
    ['2026-11-10T16:25', 'ann', false, '2026-11-12T08:30'],
    ['2026-12-24T18:00', 'ann', false, '2026-12-25T08:30'],
  ])('at %s: %s, there now %s, from %s', (moment, personId, thereNow, from) => {
    const found = candidates(only('ann'), 'finance', { moment: at(moment) });
    expect(found).toMatchObject([{ personId, thereNow, from: at(from) }]);
    expect(found[0]?.until === null).toBe(!thereNow);
  });

  test('in their last minutes they are still there, for no new question; who is away or has a pause is not', () => {
    const leaving = first(only('ann'), 'finance', '2026-11-23T16:25');
    expect(leaving).toMatchObject({ thereNow: false, until: null, leavesAt: at('2026-11-23T16:30') });
    expect(isHere(leaving!)).toBe(true);
    const gone = [away('2026-11-23T16:00', '2026-11-24T00:00'), { pausedUntil: at('2026-11-23T18:00') }];
    for (const unavailable of gone) {
      const snapshot = { ...world(), helpers: [helper('ann', { coachOf: ['finance'], ...unavailable })] };
      expect(isHere(first(snapshot, 'finance', '2026-11-23T16:25') ?? null)).toBe(false);
    }
    for (const moment of ['2026-11-23T16:00', '2026-11-23T12:30', '2026-11-22T10:00'])
      expect(first(only('ann'), 'finance', moment)).not.toHaveProperty('leavesAt');
  });

  test('at 16.25 who stays longer goes before the own coach who leaves at 16.30', () => {
    const late = except('nora', { tom: { hours: everyDay(['08:00', '18:00']) } });
    expect(ids(late, 'finance', '2026-11-23T16:25').slice(0, 3)).toEqual(['tom', 'ann', 'bram']);
    expect(first(late, 'finance', '2026-11-23T16:25')?.until).toEqual(at('2026-11-23T18:00'));
  });

  test('on Sunday all stand by their first moment in opening hours, and kinds decide who comes at the same one', () => {
    const early = except('nora', { tom: { hours: { '1': [['07:00', '12:00']] } } });
    expect(ids(early, 'finance', '2026-11-22T10:00').slice(0, 2)).toEqual(['ann', 'bram']);
    const late = except('nora', { ann: { hours: { '1': [['13:00', '16:00']] } } });
    expect(ids(late, 'finance', '2026-11-22T10:00').indexOf('ann')).toBeGreaterThan(0);
    expect(first(except('nora'), 'finance', '2026-11-22T10:00')).toMatchObject({
      ...{ personId: 'ann', thereNow: false, from: at('2026-11-23T08:30') },
    });
  });

  test('a unit that works round the clock has its own coach at night', () => {
    for (const unitId of ['nursing', 'nightward']) {
      const nora = first(world(), unitId, '2026-11-22T03:00');
      expect(nora).toMatchObject({ personId: 'nora', thereNow: true, reason: { kind: 'own_coach' } });
      expect(nora?.until).toBeNull();
    }
    expect(first(only('nora'), 'nursing', '2026-11-09T03:00')?.until).toEqual(at('2026-11-11T00:00'));
  });

  test('an own night pattern joins over midnight, and leaving ends it', () => {
    const nights = { hours: everyDay(['00:00', '06:00'], ['22:00', '24:00']) };
    expect(first(world({ ann: nights }), 'finance', '2026-11-23T23:45')?.until).toEqual(
      at('2026-11-24T06:00'),
    );
    const leaving = { ...nights, ...away('2026-11-24T01:00', null) };
    expect(first(world({ ann: leaving }), 'finance', '2026-11-23T23:45')?.until).toEqual(
      at('2026-11-24T01:00'),
    );
  });

  test('an absence that ends before it begins is none', () => {
    const short = { hours: everyDay(['00:00', '00:25'], ['23:50', '24:00']) };
    const snapshot = world({ ann: { ...short, ...away('2026-11-24T00:10', '2026-11-01T00:00') } });
    expect(first(snapshot, 'finance', '2026-11-23T23:50')?.personId).toBe('ann');
  });

  test('a coach without a pattern has the hours of the unit that is asked about, else of the own unit', () => {
    const shared = helper('sam', { coachOf: ['finance', 'nursing'], homeUnitId: 'finance' });
    const snapshot = { ...world(), helpers: [shared] };
    expect(first(snapshot, 'nursing', '2026-11-22T03:00')?.thereNow).toBe(true);
    expect(first(snapshot, 'finance', '2026-11-22T03:00')?.thereNow).toBe(false);
  });

  test('who says "even niet" is passed over until then; absence that begins soon counts', () => {
    const paused = world({ ann: { pausedUntil: at('2026-11-23T11:00') } });
    expect(first(paused, 'finance', monday)?.personId).toBe('bram');
    expect(candidates(paused, 'finance', { moment: at(monday) }).at(-1)).toMatchObject({
      ...{ personId: 'ann', from: at('2026-11-23T11:00') },
    });
    expect(first(paused, 'finance', '2026-11-23T11:00')?.personId).toBe('ann');
    const leaving = world({ ann: away('2026-11-23T10:29', '2026-11-23T14:00') });
    expect(first(leaving, 'finance', monday)?.personId).toBe('bram');
  });

  test('full ones stand behind all others who are there, before those who are not', () => {
    const list = ids(world({ ann: { openLoad: 8 }, tom: away('2026-11-23T00:00', '2026-11-24T00:00') }), 'finance', monday); // prettier-ignore
    expect(list.slice(-3)).toEqual(['ada', 'ann', 'tom']);
    expect(first(only('ann'), 'finance', monday)?.full).toBe(false);
  });
});

describe('always somebody', () => {
  const gone = away('2026-01-01T00:00', null);

  test('who is not there within 60 days is left out, an admin too while others remain', () => {
    const snapshot = world({ ann: gone, bram: { hours: {} }, ada: { isAdmin: true, ...gone } });
    expect(ids(snapshot, 'finance', monday)).toEqual(['cas', 'nora', 'tilde', 'pol', 'tom', 'coby']);
    const thursday = '2026-11-19T10:00';
    const back = world({ ann: away('2026-01-01T00:00', '2027-01-18T00:00') });
    expect(ids(back, 'finance', thursday)).toContain('ann');
    const later = world({ ann: away('2026-01-01T00:00', '2027-01-19T00:00') });
    expect(ids(later, 'finance', thursday)).not.toContain('ann');
  });

  test.each([
    [{ isAdmin: true, ...gone }, '2026-11-22T10:00', '2026-11-23T08:30'],
    [{ isAdmin: true, ...gone }, monday, monday],
    [{ isAdmin: true, coachOf: ['finance'], pausedUntil: at('2028-01-01T00:00') }, monday, monday],
    [{ isAdmin: true, hours: {} }, '2026-11-22T10:00', '2026-11-22T10:00'],
  ])('the last resort is an admin, as if never absent (row %#)', (own, moment, from) => {
    const snapshot = { ...world(), helpers: [helper('ada', own), helper('ann', gone)] };
    expect(candidates(snapshot, 'finance', { moment: at(moment) })).toEqual([
      {
        ...{ personId: 'ada', reason: { kind: 'admin' }, from: at(from) },
        ...{ until: null, thereNow: false, full: false },
      },
    ]);
  });

  test('without anybody at all it is empty', () => {
    expect(ids(only(), 'finance', monday)).toEqual([]);
  });
});
