import { expect, test } from 'vitest';
import { addOpenMinutes, defaultWeekHours, type Calendar } from '#platform/hours.ts';
import { askedAt, momentOf, openMinutesBefore, workingDay } from './moments.ts';

const calendar: Calendar = { hours: defaultWeekHours, closed: new Set(['2026-11-11']) };
const brussels = (text: string) => new Date(`${text}+01:00`);

test('what falls in a weekend or on a holiday is of the working day before it', () => {
  const monday = brussels('2026-11-23T10:00');
  expect(workingDay(monday, 0, calendar.closed)).toBe('2026-11-23');
  expect(workingDay(monday, 1, calendar.closed)).toBe('2026-11-20');
  expect(workingDay(monday, 12, calendar.closed)).toBe('2026-11-10');
  expect(momentOf(monday, { daysAgo: 2, hour: '08:31' }, calendar.closed)).toEqual(
    brussels('2026-11-20T08:31'),
  );
});

test('open minutes count back over noon, nights, weekends and holidays', () => {
  const back = (now: string, minutes: number) => openMinutesBefore(calendar, brussels(now), minutes);
  expect(back('2026-11-23T10:00', 60)).toEqual(brussels('2026-11-23T09:00'));
  expect(back('2026-11-23T13:30', 60)).toEqual(brussels('2026-11-23T11:30'));
  expect(back('2026-11-22T15:00', 30)).toEqual(brussels('2026-11-20T16:00'));
  expect(back('2026-11-12T08:30', 30)).toEqual(brussels('2026-11-10T16:00'));
});

const moments = [
  '2026-11-21T19:16',
  '2026-11-23T00:05',
  '2026-11-23T07:00',
  '2026-11-23T15:10',
  '2026-11-11T12:00',
];
const orders = [0, 3, 9];

test.each(moments.flatMap((now) => orders.map((order) => ({ now, order }))))(
  'an open question has not waited its four hours yet: $now, $order',
  ({ now, order }) => {
    for (const daysAgo of [0, 1]) {
      const past = { daysAgo, hour: '08:35', open: true, order, lastsMinutes: 30 };
      const asked = askedAt(past, brussels(now), calendar);
      expect(asked.getTime()).toBeLessThanOrEqual(brussels(now).getTime() - 30 * 60_000);
      expect(addOpenMinutes(calendar, asked, 240)!.getTime()).toBeGreaterThan(brussels(now).getTime());
    }
  },
);

test('what is over was asked when it says', () => {
  const past = { daysAgo: 3, hour: '08:41', open: false, order: 0, lastsMinutes: 30 };
  expect(askedAt(past, brussels('2026-11-23T15:10'), calendar)).toEqual(brussels('2026-11-20T08:41'));
});
