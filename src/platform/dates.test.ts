import { describe, expect, test } from 'vitest';
import { formatClock, formatDay, formatMoment, localDay, minuteOfDay } from './dates.ts';

describe('days', () => {
  test.each([
    ['2026-11-23', 'ma 23 nov. 2026'],
    ['2026-03-01', 'zo 1 mrt. 2026'],
    ['2026-05-05', 'di 5 mei 2026'],
    ['2027-01-02', 'za 2 jan. 2027'],
  ])('%s reads %s', (day, text) => {
    expect(formatDay(day)).toBe(text);
  });

  test('a moment is written as its day in Brussels', () => {
    expect(formatDay(new Date('2026-11-22T23:30:00Z'))).toBe('ma 23 nov. 2026');
    expect(formatDay(new Date('2026-12-31T22:59:59Z'))).toBe('do 31 dec. 2026');
  });

  test('what is no day is refused', () => {
    expect(() => formatDay('2026-02-30')).toThrow(RangeError);
    expect(() => formatDay('23/11/2026')).toThrow(RangeError);
    expect(() => formatDay('20261123')).toThrow(RangeError);
    expect(() => formatDay('2026-11-23T10:00')).toThrow(RangeError);
    expect(() => formatDay(new Date(Number.NaN))).toThrow(RangeError);
  });

  test('localDay and minuteOfDay follow the clock in Brussels, winter and summer', () => {
    expect(localDay(new Date('2026-11-22T23:00:00Z'))).toBe('2026-11-23');
    expect(localDay(new Date('2026-07-11T21:59:59Z'))).toBe('2026-07-11');
    expect(minuteOfDay(new Date('2026-11-22T23:00:00Z'))).toBe(0);
    expect(minuteOfDay(new Date('2026-07-11T21:59:59Z'))).toBe(1439);
  });
});

describe('clock and moment', () => {
  test.each([
    ['2026-11-23T08:00:00Z', '9.00'],
    ['2026-11-23T13:00:00Z', '14.00'],
    ['2026-11-23T09:12:00Z', '10.12'],
    ['2026-11-22T23:05:00Z', '0.05'],
    ['2026-07-13T14:30:00Z', '16.30'],
  ])('%s reads %s', (moment, text) => {
    expect(formatClock(new Date(moment))).toBe(text);
  });

  const now = new Date('2026-11-23T09:00:00Z');

  test.each([
    ['2026-11-23T13:00:00Z', 'vandaag om 14.00 uur'],
    ['2026-11-22T23:00:00Z', 'vandaag om 0.00 uur'],
    ['2026-11-24T08:00:00Z', 'morgen om 9.00 uur'],
    ['2026-11-23T23:00:00Z', 'morgen om 0.00 uur'],
    ['2026-11-22T15:30:00Z', 'gisteren om 16.30 uur'],
    ['2026-11-30T08:00:00Z', 'ma 30 nov. om 9.00 uur'],
    ['2026-05-04T07:00:00Z', 'ma 4 mei om 9.00 uur'],
    ['2027-01-04T08:00:00Z', 'ma 4 jan. 2027 om 9.00 uur'],
  ])('%s is %s', (moment, text) => {
    expect(formatMoment(new Date(moment), now)).toBe(text);
  });

  test('the day after the clock changed is still tomorrow, and new year is', () => {
    expect(formatMoment(new Date('2026-10-25T22:30:00Z'), new Date('2026-10-24T21:30:00Z'))).toMatch(
      /^morgen om 23\.30/,
    );
    expect(formatMoment(new Date('2027-01-01T08:00:00Z'), new Date('2026-12-31T08:00:00Z'))).toMatch(
      /^morgen/,
    );
  });
});
