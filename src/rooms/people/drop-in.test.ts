import { describe, expect, it } from 'vitest';
import { at, away } from './candidates.world.ts';
import { comingMoments, type DropIn, type Hindrances } from './drop-in.ts';

const weekly: DropIn = {
  ...{ id: 'one', personId: 'ann', firstOn: '2026-10-06', everyWeeks: 1, lastOn: null },
  ...{ startsAt: '10:00', endsAt: '11:30', place: 'loket 3' },
};

const free: Hindrances = { closed: new Set(), away: [] };

const clock = new Intl.DateTimeFormat('sv-SE', {
  dateStyle: 'short',
  timeStyle: 'short',
  timeZone: 'Europe/Brussels',
});

/** The beginnings, on the clock in Brussels. */
const begins = (own: Partial<DropIn>, now: string, { days = 21, hindrances = free } = {}) =>
  comingMoments({ ...weekly, ...own }, { now: at(now), days }, hindrances).map(({ from }) =>
    clock.format(from),
  );

describe('the coming moments', () => {
  it('come each week on the same day, or every so many weeks from the first', () => {
    expect(begins({}, '2026-11-23T10:00')).toEqual([
      '2026-11-24 10:00',
      '2026-12-01 10:00',
      '2026-12-08 10:00',
    ]);
    expect(begins({ everyWeeks: 2 }, '2026-11-23T10:00', { days: 30 })).toEqual([
      '2026-12-01 10:00',
      '2026-12-15 10:00',
    ]);
    expect(begins({ everyWeeks: 3 }, '2026-11-23T10:00', { days: 30 })).toEqual(['2026-12-08 10:00']);
    expect(begins({ everyWeeks: 4 }, '2026-11-23T10:00', { days: 60 })).toEqual([
      '2026-12-01 10:00',
      '2026-12-29 10:00',
    ]);
  });

  it('is one when it does not repeat, and none once that is over', () => {
    const once = { everyWeeks: 0, firstOn: '2026-11-26' };
    expect(begins(once, '2026-11-23T10:00')).toEqual(['2026-11-26 10:00']);
    expect(begins(once, '2026-11-26T11:29')).toEqual(['2026-11-26 10:00']);
    expect(begins(once, '2026-11-26T11:30')).toEqual([]);
    expect(begins(once, '2026-12-26T10:00')).toEqual([]);
    expect(begins(once, '2026-11-23T10:00', { days: 3 })).toEqual([]);
  });

  it('begin on the first day and end on the last', () => {
    expect(begins({ firstOn: '2026-12-01', lastOn: '2026-12-08' }, '2026-11-23T10:00', { days: 60 })).toEqual(
      ['2026-12-01 10:00', '2026-12-08 10:00'],
    );
    expect(begins({ lastOn: '2026-11-17' }, '2026-11-23T10:00')).toEqual([]);
  });

  it('keep their hour when the clock changes, in March and in October', () => {
    const hours = (now: string) =>
      comingMoments(weekly, { now: at(now), days: 14 }, free).map(({ from }) => new Date(from).getUTCHours());
    expect(begins({}, '2027-03-22T08:00', { days: 14 })).toEqual(['2027-03-23 10:00', '2027-03-30 10:00']);
    expect(hours('2027-03-22T08:00')).toEqual([9, 8]);
    expect(begins({}, '2027-10-25T08:00', { days: 14 })).toEqual(['2027-10-26 10:00', '2027-11-02 10:00']);
    expect(hours('2027-10-25T08:00')).toEqual([8, 9]);
  });

  it('at night in the hour that is skipped, have no length that night and are left out', () => {
    const night = { firstOn: '2027-03-21', startsAt: '02:00', endsAt: '03:00' };
    expect(begins(night, '2027-03-20T08:00', { days: 16 })).toEqual(['2027-03-21 02:00', '2027-04-04 02:00']);
  });

  it('skip closed days and every moment in which the coach is away', () => {
    const closed = new Set(['2026-11-24']);
    expect(begins({}, '2026-11-23T10:00', { days: 15, hindrances: { closed, away: [] } })).toEqual([
      '2026-12-01 10:00',
    ]);
    const absent = away('2026-12-01T11:00', '2026-12-08T00:00').away;
    expect(begins({}, '2026-11-23T10:00', { hindrances: { closed, away: absent } })).toEqual([
      '2026-12-08 10:00',
    ]);
    const gone = away('2026-11-20T08:00', null).away;
    expect(begins({}, '2026-11-23T10:00', { hindrances: { closed, away: gone } })).toEqual([]);
  });
});
