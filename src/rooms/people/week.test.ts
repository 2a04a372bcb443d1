import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { defaultWeekHours } from '#platform/hours.ts';
import { helperForm, unitHoursForm } from './forms.ts';
import { namedProblems, readWeek, weekValues, type WeekValues } from './week-form.ts';
import { weekRows } from './week.ts';

const day: [string, string][] = [
  ['08:30', '12:00'],
  ['13:00', '16:30'],
];
const times = '8.30–12.00 en 13.00–16.30';

describe('a week in words', () => {
  it('puts days together that follow each other and are alike', () => {
    expect(weekRows(defaultWeekHours)).toEqual([{ days: 'maandag tot vrijdag', times }]);
    expect(
      weekRows({ '1': day, '2': day, '4': day, '5': [['08:30', '12:00']], '7': [['00:00', '24:00']] }),
    ).toEqual([
      { days: 'maandag en dinsdag', times },
      { days: 'donderdag', times },
      { days: 'vrijdag', times: '8.30–12.00' },
      { days: 'zondag', times: '0.00–24.00' },
    ]);
    expect(weekRows({})).toEqual([]);
  });
});

describe('a week in a form', () => {
  it('comes back as it was', () => {
    const week = { ...defaultWeekHours, '6': [['00:00', '24:00'] as [string, string]] };
    expect(readWeek(weekValues(week))).toEqual({ hours: week, problems: [] });
    expect(readWeek(weekValues(null))).toEqual({ hours: null, problems: [] });
  });

  it('may have an afternoon alone, and spans that touch', () => {
    expect(readWeek({ 'day1-2-from': '13:00', 'day1-2-until': '17:00' }).hours).toEqual({
      '1': [['13:00', '17:00']],
    });
    const touching: WeekValues = weekValues({
      '2': [
        ['08:00', '12:00'],
        ['12:00', '16:00'],
      ],
    });
    expect(readWeek(touching).problems).toEqual([]);
  });

  it.each([
    [{ 'day1-1-from': '08:30' }, 'day1-1-from', 'people_week_half'],
    [{ 'day3-2-until': '12:00' }, 'day3-2-from', 'people_week_half'],
    [{ 'day1-1-from': '12:00', 'day1-1-until': '08:30' }, 'day1-1-from', 'people_week_order'],
    [{ 'day1-1-from': '12:00', 'day1-1-until': '12:00' }, 'day1-1-from', 'people_week_order'],
    [{ 'day1-1-from': 'half', 'day1-1-until': '12:00' }, 'day1-1-from', 'people_week_unusable'],
    [
      { 'day7-1-from': '08:00', 'day7-1-until': '13:00', 'day7-2-from': '12:30', 'day7-2-until': '16:00' },
      'day7-2-from',
      'people_week_overlap',
    ],
  ])('%j is refused at its day', (values, field, key) => {
    expect(readWeek(values as WeekValues)).toEqual({ hours: null, problems: [{ field, key }] });
    const outcome = v.safeParse(helperForm, values);
    expect(outcome.issues?.map(({ message, path }) => [path?.[0].key, message])).toEqual([[field, key]]);
  });

  it('names the day with the problem', () => {
    expect(namedProblems({ 'day2-1-from': 'vul begin en einde in', place: 'te lang' })).toEqual({
      'day2-1-from': 'Dinsdag: vul begin en einde in.',
      place: 'te lang',
    });
  });

  it('of somebody who helps may be empty: then the hours of the unit hold', () => {
    expect(v.parse(helperForm, {})).toEqual({
      hours: null,
      place: null,
      substituteId: null,
      alsoElsewhere: false,
    });
  });

  it('of a unit may not, unless it is that of the unit above', () => {
    expect(v.parse(unitHoursForm, { which: 'inherit', 'day1-1-from': '08:30' })).toEqual({ hours: null });
    const refused = v.safeParse(unitHoursForm, { which: 'own' });
    expect(refused.issues?.map(({ message }) => message)).toEqual(['units_week_missing']);
    const hours = { '6': [['09:00', '12:00']] };
    expect(v.parse(unitHoursForm, { which: 'own', 'day6-1-from': '09:00', 'day6-1-until': '12:00' })).toEqual(
      { hours },
    );
  });
});
