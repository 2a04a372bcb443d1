import { describe, expect, test } from 'vitest';
import { closedDays, publicHolidays } from './holidays.ts';

describe('publicHolidays', () => {
  test('are the ten of the law, with their Dutch names', () => {
    expect([...publicHolidays(2026).keys()]).toEqual([
      '2026-01-01',
      '2026-04-06',
      '2026-05-01',
      '2026-05-14',
      '2026-05-25',
      '2026-07-21',
      '2026-08-15',
      '2026-11-01',
      '2026-11-11',
      '2026-12-25',
    ]);
    expect(publicHolidays(2026).get('2026-11-11')).toBe('Wapenstilstand');
  });

  test('every year has ten different ones, and 11 July is never among them', () => {
    for (let year = 2020; year <= 2040; year += 1) {
      const days = publicHolidays(year);
      // 1 May 2008 was also Ascension Day; it does not happen again in these years.
      expect(days.size).toBe(10);
      expect(days.has(`${year}-11-11`)).toBe(true);
      expect(days.has(`${year}-07-11`)).toBe(false);
    }
  });
});

describe('closedDays', () => {
  test('joins holidays and own days within the days asked for, over new year', () => {
    const from = new Date('2026-11-10T23:30:00Z');
    expect([...closedDays(from, 60, ['2026-12-24', '2026-11-10', '2027-01-10'])]).toEqual([
      '2026-11-11',
      '2026-12-24',
      '2026-12-25',
      '2027-01-01',
    ]);
  });

  test('begins with the local day and leaves out the day after the last', () => {
    expect([...closedDays(new Date('2026-11-10T22:59:59Z'), 1, [])]).toEqual([]);
    expect([...closedDays(new Date('2026-11-10T22:59:59Z'), 2, [])]).toEqual(['2026-11-11']);
    expect([...closedDays(new Date('2026-11-10T23:00:00Z'), 1, [])]).toEqual(['2026-11-11']);
  });
});
