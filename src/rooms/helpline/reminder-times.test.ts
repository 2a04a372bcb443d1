import { describe, expect, it } from 'vitest';
import { defaultWeekHours } from '#platform/hours.ts';
import { reminderChoices, reminderOn } from './reminder-times.ts';

const calendar = { hours: defaultWeekHours, closed: new Set(['2026-11-11']) };
const at = (moment: string) => new Date(`${moment}+01:00`);
const choicesAt = (moment: string) =>
  reminderChoices(calendar, at(moment)).map(({ choice, at: when }) => `${choice} ${when.toISOString()}`);

describe('when to be reminded', () => {
  it('is this afternoon, tomorrow or in a week, when the unit opens', () => {
    expect(choicesAt('2026-11-23T10:00:00')).toEqual([
      'this_afternoon 2026-11-23T12:00:00.000Z',
      'tomorrow 2026-11-24T07:30:00.000Z',
      'in_a_week 2026-11-30T07:30:00.000Z',
    ]);
  });

  it('skips the weekend and closed days, and an afternoon that has begun', () => {
    expect(choicesAt('2026-11-20T13:00:00')).toEqual([
      'tomorrow 2026-11-23T07:30:00.000Z',
      'in_a_week 2026-11-27T07:30:00.000Z',
    ]);
    expect(choicesAt('2026-11-10T15:00:00')[0]).toBe('tomorrow 2026-11-12T07:30:00.000Z');
    expect(choicesAt('2026-11-21T09:00:00')[0]).toBe('tomorrow 2026-11-23T07:30:00.000Z');
  });

  it('works in a unit that never opens', () => {
    const never = { hours: {}, closed: new Set<string>() };
    expect(reminderChoices(never, at('2026-11-23T10:00:00'))).toHaveLength(3);
  });

  it.each([
    ['2026-11-23', null],
    ['2026-11-22', null],
    ['2028-01-01', null],
    ['2026-11-28', '2026-11-30T07:30:00.000Z'],
    ['2026-12-01', '2026-12-01T07:30:00.000Z'],
  ])('on %s is %s', (day, moment) => {
    expect(reminderOn(calendar, day, at('2026-11-23T10:00:00'))?.toISOString() ?? null).toBe(moment);
  });
});
