import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { afterEach, describe, expect, test, vi } from 'vitest';
import {
  addOpenMinutes,
  defaultWeekHours,
  firstOpen,
  parseWeekHours,
  type Calendar,
  type WeekHours,
} from './hours.ts';

const at = (local: string) =>
  new Date(Temporal.PlainDateTime.from(local).toZonedDateTime('Europe/Brussels').epochMilliseconds);

const everyDay = (...spans: [string, string][]): WeekHours =>
  Object.fromEntries(['1', '2', '3', '4', '5', '6', '7'].map((day) => [day, spans]));

const open = (hours: WeekHours, ...closed: string[]): Calendar => ({ hours, closed: new Set(closed) });
const office = open(defaultWeekHours, '2026-11-11');
const roundTheClock = open(everyDay(['00:00', '24:00']));
const never = open({});

describe('parseWeekHours', () => {
  test('sorts spans, drops days without any and survives JSON', () => {
    const week = { '5': [], '1': [['13:00', '24:00'], ['08:30', '12:00']] }; // prettier-ignore
    const parsed = parseWeekHours(week);
    expect(parsed).toEqual({ '1': [['08:30', '12:00'], ['13:00', '24:00']] }); // prettier-ignore
    expect(parseWeekHours(JSON.parse(JSON.stringify(parsed)))).toEqual(parsed);
    expect(parseWeekHours(defaultWeekHours)).toEqual(defaultWeekHours);
  });

  test('takes spans that touch', () => {
    expect(parseWeekHours(everyDay(['00:00', '12:00'], ['12:00', '24:00']))['7']).toHaveLength(2);
  });

  test.each([
    [{ '2': [['13:00', '12:00']] }, /2.*end after it begins/],
    [{ '2': [['12:00', '12:00']] }, /2.*end after it begins/],
    [{ '2': [['09:00', '12:00'], ['11:59', '13:00']] }, /2.*overlap/],
    [{ '2': [['9:00', '12:00']] }, /2.*HH:MM/],
    [{ '2': [['09:00', '24:01']] }, /2.*HH:MM/],
    [{ '2': [['09:00', '12:60']] }, /2.*HH:MM/],
    [{ '2': [['09:00']] }, /2/],
    [{ '8': [] }, /weekday/],
    [{ '0': [] }, /weekday/],
    [null, /week hours/],
    ['ma-vr', /week hours/],
  ])('refuses %j', (week, message) => {
    expect(() => parseWeekHours(week)).toThrow(message);
  }); // prettier-ignore
});

describe('addOpenMinutes', () => {
  test.each([
    ['2026-11-23T09:42', 240, '2026-11-23T14:42'],
    ['2026-11-23T08:30', 210, '2026-11-23T12:00'],
    ['2026-11-23T12:20', 1, '2026-11-23T13:01'],
    ['2026-11-27T15:30', 240, '2026-11-30T11:30'],
    ['2026-11-10T16:00', 60, '2026-11-12T09:00'],
    ['2026-11-22T04:00', 0, '2026-11-22T04:00'],
  ])('%s plus %i minutes is %s', (from, minutes, expected) => {
    expect(addOpenMinutes(office, at(from), minutes)).toEqual(at(expected));
  });

  test('is an absolute moment, whatever zone the machine stands in', () => {
    const moment = new Date('2026-11-23T08:42:10Z');
    expect(addOpenMinutes(office, moment, 240)?.toISOString()).toBe('2026-11-23T13:42:10.000Z');
  });

  test.each([
    ['2026-03-28T23:30', 180, '2026-03-29T03:30'],
    ['2026-10-24T23:30', 180, '2026-10-25T02:30'],
    ['2026-10-24T23:30', 300, '2026-10-25T03:30'],
  ])('counts minutes that really pass when the clock changes: %s plus %i', (from, minutes, expected) => {
    expect(addOpenMinutes(roundTheClock, at(from), minutes)).toEqual(at(expected));
  });

  test('gives null when it never opens, and refuses negative minutes', () => {
    expect(addOpenMinutes(never, at('2026-11-23T09:00'), 1)).toBeNull();
    expect(addOpenMinutes(office, at('2026-11-23T09:00'), 1_000_000)).toBeNull();
    expect(() => addOpenMinutes(office, at('2026-11-23T09:00'), -1)).toThrow(RangeError);
    expect(() => addOpenMinutes(office, at('2026-11-23T09:00'), Number.NaN)).toThrow(RangeError);
  });
});

describe('firstOpen', () => {
  const nights = open(everyDay(['00:00', '06:00'], ['22:00', '24:00']), '2026-11-11');

  test.each([
    ['2026-11-23T11:30', 30, '2026-11-23T11:30', office],
    ['2026-11-23T11:31', 30, '2026-11-23T13:00', office],
    ['2026-11-23T16:25', 30, '2026-11-24T08:30', office],
    ['2026-11-22T10:00', 30, '2026-11-23T08:30', office],
    ['2026-11-10T16:25', 30, '2026-11-12T08:30', office],
    ['2026-11-23T08:00', 211, null, office],
    ['2026-11-23T23:45', 300, '2026-11-23T23:45', nights],
    ['2026-11-23T12:00', 480, '2026-11-23T22:00', nights],
    ['2026-11-23T12:00', 0, null, never],
    ['2026-03-29T01:00', 1, '2026-03-30T02:15', open(everyDay(['02:15', '02:45']))],
    ['2026-03-29T01:00', 15, '2026-03-29T03:00', open(everyDay(['02:30', '03:15']))],
    ['2026-03-29T01:00', 16, '2026-03-30T02:30', open(everyDay(['02:30', '03:15']))],
  ])('firstOpen at %s for %i minutes: %s (row %#)', (moment, minutes, expected, calendar) => {
    expect(firstOpen(calendar, at(moment), minutes)).toEqual(expected && at(expected));
  });
});

describe('against a clock that is read quarter by quarter', () => {
  const wall = new Intl.DateTimeFormat('en-GB', {
    timeZone: 'Europe/Brussels',
    dateStyle: 'short',
    timeStyle: 'short',
  });
  const quarterMs = 15 * 60_000;

  const isOpen = ({ hours, closed }: Calendar, ms: number) => {
    const [date = '', time = ''] = wall.format(ms).split(', ');
    const day = date.split('/').toReversed().join('-');
    const weekday = new Date(`${day}T00:00:00Z`).getUTCDay() || 7;
    return !closed.has(day) && (hours[weekday] ?? []).some(([from, until]) => from <= time && time < until);
  };

  // Half hours, but no 02:30: what the hour that comes twice means is a choice, tested above by name.
  const times = fc
    .uniqueArray(fc.integer({ min: 0, max: 48 }).filter((half) => half !== 5), { maxLength: 6 })
    .map((halves) => halves.toSorted((a, b) => a - b).map(clockOf))
    .map((clocks) => clocks.flatMap((from, i): [string, string][] => (i % 2 || !clocks[i + 1] ? [] : [[from, clocks[i + 1] ?? '']]))); // prettier-ignore
  const weeks = fc
    .array(times, { minLength: 7, maxLength: 7 })
    .map((days): WeekHours => Object.fromEntries(days.map((spans, i) => [String(i + 1), spans])));
  const starts = fc
    .tuple(
      fc.constantFrom('2026-03-28T00:00', '2026-10-24T00:00', '2026-11-09T00:00'),
      fc.integer({ min: 0, max: 288 }),
    )
    .map(([day, quarters]) => new Date(at(day).getTime() + quarters * quarterMs));
  const closed = fc.subarray(['2026-03-29', '2026-10-26', '2026-11-10', '2026-11-11']);
  const quarters = fc.integer({ min: 1, max: 120 });

  function clockOf(half: number) {
    return `${String(Math.floor(half / 2)).padStart(2, '0')}:${half % 2 ? '30' : '00'}`;
  }

  test('it agrees', () => {
    fc.assert(
      fc.property(weeks, closed, starts, quarters, (hours, days, start, wanted) => {
        const calendar = open(hours, ...days);
        const ticks = Array.from({ length: 960 }, (_, i) => start.getTime() + i * quarterMs);
        const states = ticks.map((ms) => isOpen(calendar, ms));
        const openTicks = ticks.filter((_, i) => states[i]);

        const last = openTicks[wanted - 1];
        const added = addOpenMinutes(calendar, start, wanted * 15);
        if (last !== undefined) expect(added?.getTime()).toBe(last + quarterMs);

        const need = Math.min(wanted, 20);
        const first = states.findIndex((_, i) => i + need <= 960 && states.slice(i, i + need).every(Boolean));
        if (first !== -1) expect(firstOpen(calendar, start, need * 15)?.getTime()).toBe(ticks[first]);
      }),
      { seed: 20261123, numRuns: 100 },
    );
  });
});

describe('the time zone of the machine', () => {
  afterEach(() => void vi.unstubAllEnvs());

  test.each(['UTC', 'America/New_York', 'Pacific/Auckland'])('%s changes nothing', (zone) => {
    vi.stubEnv('TZ', zone);
    expect(Intl.DateTimeFormat().resolvedOptions().timeZone).toBe(zone);
    expect(firstOpen(office, new Date('2026-11-22T23:30:00Z'), 30)?.toISOString()).toBe(
      '2026-11-23T07:30:00.000Z',
    );
  });
});
