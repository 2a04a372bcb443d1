import { expect, test } from 'vitest';
import { at, everyDay } from './candidates.world.ts';
import { daysTogether, standInOrder, type StandIn } from './stand-ins.ts';

const closed = new Set<string>();
const week = { hours: { '1': day(), '2': day(), '3': day(), '4': day(), '5': day() }, closed };
function day(): [string, string][] {
  return [['08:30', '16:30']];
}
const from = at('2026-11-23T10:00');

test('counts the working days of that time on which somebody is there', () => {
  const always = { calendar: week, away: [] };
  expect(daysTogether(week, always, { from, until: null })).toEqual({ there: 5, of: 5 });
  expect(daysTogether(week, always, { from, until: at('2026-11-25T00:00') })).toEqual({ there: 2, of: 2 });
  const mondays = { calendar: { hours: { '1': day() }, closed }, away: [] };
  expect(daysTogether(week, mondays, { from, until: at('2026-12-05T00:00') })).toEqual({ there: 2, of: 10 });
  const gone = [{ from: at('2026-11-24T00:00'), until: at('2026-11-26T00:00'), substituteId: null }];
  expect(daysTogether(week, { calendar: week, away: gone }, { from, until: null })).toEqual({
    there: 3,
    of: 5,
  });
  const nights = { calendar: { hours: everyDay(['08:00', '12:00']), closed }, away: [] };
  expect(daysTogether(week, nights, { from: at('2026-11-28T10:00'), until: at('2026-11-29T00:00') })).toEqual(
    {
      ...{ there: 0, of: 0 },
    },
  );
});

test('puts who is there most first, then coaches, then the nearest', () => {
  const one = (id: string, there: number, more: Partial<StandIn> = {}): StandIn => ({
    ...{ id, firstName: id, lastName: '', unitName: '', isCoach: false, near: false },
    ...{ days: { there, of: 5 }, ...more },
  });
  const list = [
    one('away', 0, { isCoach: true, near: true }),
    one('far', 5),
    one('near', 5, { near: true }),
    one('coach', 5, { isCoach: true }),
    one('part', 3, { isCoach: true }),
  ];
  expect(list.toSorted(standInOrder).map(({ id }) => id)).toEqual(['coach', 'near', 'far', 'part', 'away']);
});
