import { expect, test } from 'vitest';
import { isLater, nextStep, openDayFrom, planSteps, type Path } from './plan.ts';
import type { StartStep } from './steps.ts';

const closed = new Set(['2026-12-25', '2027-01-01']);
const path = (more: Partial<Path> = {}): Path => ({
  decidesOn: '2026-11-23',
  done: new Map(),
  moved: new Map(),
  ...more,
});
const due = (given: Path, today = '2026-11-20') =>
  Object.fromEntries(planSteps(given, { today, closed }).map(({ step, dueOn }) => [step, dueOn]));

test('counts working days from the decision on, past weekends and holidays', () => {
  expect(due(path())).toEqual({
    decision: '2026-11-23',
    statement: '2026-11-26',
    consultation: '2026-12-07',
    staff: '2026-12-10',
    call: '2026-12-14',
    choice: '2027-01-06',
    agreement: '2027-01-20',
    announcement: '2027-01-27',
    poster: '2027-01-29',
    meeting: '2027-02-10',
  });
  expect(openDayFrom('2026-12-25', closed)).toBe('2026-12-28');
});

test('a step that is done late takes all that follow along, one that is early moves nothing', () => {
  const done = (step: StartStep, day: string) => path({ done: new Map([[step, day]]) });
  const late = due(done('decision', '2026-11-30'));
  expect([late.statement, late.meeting]).toEqual(['2026-12-03', '2027-02-17']);
  expect(due(done('decision', '2026-11-20')).statement).toBe('2026-11-26');
  // Done in the weekend counts as the Friday before: nobody lost a working day.
  expect(due(done('statement', '2026-11-28')).consultation).toBe('2026-12-08');
});

test('what is late by now stands today, and the rest keeps its distance', () => {
  const steps = planSteps(path(), { today: '2026-11-28', closed });
  expect(steps.slice(0, 2).map(({ dueOn, plannedOn }) => [dueOn, plannedOn])).toEqual([
    ['2026-11-30', '2026-11-23'],
    ['2026-12-03', '2026-11-26'],
  ]);
  expect(isLater(steps[0]!)).toBe(true);
  expect(nextStep(steps)?.step).toBe('decision');
});

test('a day that was set by hand stays, later ones follow, also to earlier days', () => {
  const moved = (day: string) => due(path({ moved: new Map([['consultation', day]]) }));
  expect(moved('2026-12-14')).toMatchObject({
    statement: '2026-11-26',
    consultation: '2026-12-14',
    staff: '2026-12-17',
  });
  expect(moved('2026-11-30')).toMatchObject({ consultation: '2026-11-30', staff: '2026-12-03' });
  // Not before the step that comes earlier.
  expect(moved('2026-11-24')).toMatchObject({ statement: '2026-11-26', consultation: '2026-11-26' });
  const pushed = path({
    moved: new Map([['statement', '2026-11-26']]),
    done: new Map([['decision', '2026-12-10']]),
  });
  expect(due(pushed, '2026-12-10').statement).toBe('2026-12-10');
});
