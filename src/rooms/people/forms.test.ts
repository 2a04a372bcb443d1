import * as v from 'valibot';
import { expect, it } from 'vitest';
import { awayForm, roleForm } from './forms.ts';

it('an absence ends when its last day does, in Brussels, whatever the clock does that night', () => {
  expect(v.parse(awayForm, { until: '2026-11-23' })).toEqual({ until: new Date('2026-11-23T23:00:00Z') });
  expect(v.parse(awayForm, { until: '2026-10-25' })).toEqual({ until: new Date('2026-10-25T23:00:00Z') });
  expect(v.parse(awayForm, { until: '2026-07-01' })).toEqual({ until: new Date('2026-07-01T22:00:00Z') });
  expect(v.parse(awayForm, {})).toEqual({});
});

it.each(['2026-02-31', '23/11/2026', 'morgen', '2026-1-1'])('%s is no day', (until) => {
  expect(v.safeParse(awayForm, { until }).issues?.[0].message).toBe('people_day_unusable');
});

it('a role is one of the list, and nobody is made an employee', () => {
  expect(v.parse(roleForm, { kind: 'expert', themes: ['outlook'] })).toEqual({
    kind: 'expert',
    themes: ['outlook'],
  });
  for (const kind of ['employee', 'boss', ''])
    expect(v.safeParse(roleForm, { kind }).issues?.[0].message).toBe('people_role_missing');
});
