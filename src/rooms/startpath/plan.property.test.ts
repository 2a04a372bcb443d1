import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, dayOf } from '#platform/days.ts';
import { planSteps, type Path } from './plan.ts';
import { startSteps, workingDaysAfter, type StartStep } from './steps.ts';

const first = '2026-11-02';
const dayWithin = (days: number) => fc.nat(days).map((ahead) => addDays(first, ahead));
const someSteps = fc
  .dictionary(fc.constantFrom(...startSteps), dayWithin(150))
  .map((days) => new Map(Object.entries(days)) as Map<StartStep, string>);
const situation = fc.record({
  path: fc.record({ decidesOn: dayWithin(60), done: someSteps, moved: someSteps }),
  today: dayWithin(200),
  closed: fc.uniqueArray(dayWithin(300), { maxLength: 40 }).map((days) => new Set(days)),
});

const isOpenDay = (day: string, closed: ReadonlySet<string>) => dayOf(day).weekday <= 5 && !closed.has(day);
const openBetween = (from: string, until: string, closed: ReadonlySet<string>): number => {
  let count = 0;
  for (let day = from; day < until; day = addDays(day, 1)) if (isOpenDay(day, closed)) count += 1;
  return count;
};

test('what is open keeps its order, on open days, and never in the past', () => {
  fc.assert(
    fc.property(situation, ({ path, ...calendar }) => {
      const open = planSteps(path, calendar).filter(({ doneOn }) => doneOn === null);
      for (const [index, { dueOn }] of open.entries()) {
        expect(isOpenDay(dueOn, calendar.closed), dueOn).toBe(true);
        expect(dueOn >= calendar.today).toBe(true);
        if (index > 0) expect(dueOn >= open[index - 1]!.dueOn).toBe(true);
      }
    }),
  );
});

test('what was done keeps its own day, and every step is there once, in the order of the path', () => {
  fc.assert(
    fc.property(situation, ({ path, ...calendar }) => {
      const steps = planSteps(path, calendar);
      expect(steps.map(({ step }) => step)).toEqual([...startSteps]);
      for (const { step, doneOn, dueOn } of steps)
        if (path.done.has(step)) expect([doneOn, dueOn]).toEqual([path.done.get(step), path.done.get(step)]);
    }),
  );
});

test('nothing done, moved or late: each stands so many working days after the decision', () => {
  fc.assert(
    fc.property(dayWithin(60), situation, (decidesOn, { closed }) => {
      const fresh: Path = { decidesOn, done: new Map(), moved: new Map() };
      for (const { step, dueOn, plannedOn } of planSteps(fresh, { today: first, closed })) {
        expect(openBetween(decidesOn, dueOn, closed), step).toBe(workingDaysAfter[step]);
        expect(plannedOn).toBe(dueOn);
      }
    }),
  );
});

test('being late never brings anything forward, and a day by hand is kept when nothing before it is later', () => {
  fc.assert(
    fc.property(situation, fc.constantFrom(...startSteps), dayWithin(200), (given, step, doneOn) => {
      const { path, ...calendar } = given;
      const before = planSteps(path, calendar);
      const late = new Map(path.done).set(step, addDays(doneOn, 200));
      const after = planSteps({ ...path, done: late }, calendar);
      for (const [index, one] of after.entries())
        if (one.doneOn === null && index > startSteps.indexOf(step) && !path.moved.size)
          expect(one.dueOn >= before[index]!.dueOn).toBe(true);
      for (const [index, one] of before.entries()) {
        const hand = path.moved.get(one.step);
        if (one.doneOn !== null || hand === undefined || !isOpenDay(hand, calendar.closed)) continue;
        const earlier = before.slice(0, index).filter((step) => step.doneOn === null);
        const isFree = earlier.every(({ dueOn }) => dueOn <= hand) && hand >= calendar.today;
        if (isFree && hand >= path.decidesOn) expect(one.dueOn).toBe(hand);
      }
    }),
  );
});
