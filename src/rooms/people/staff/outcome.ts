import type { StaffPlan } from './plan.ts';

/** What stays of an import once it is applied: how much, and of nobody. */
export type StaffOutcome = {
  people: number;
  appointments: number;
  changed: number;
  /** Lists of before this was counted do not have it. */
  ended?: number;
  unchanged: number;
  units: number;
  employers: number;
  undecided: number;
  unreadable: number;
  missing: number;
};

/** How much a plan does. `people` are new here, `appointments` are new ones of anybody. */
export const countsOf = (plan: StaffPlan): StaffOutcome => ({
  people: plan.added.filter((line) => line.personId === null && line.samePersonAs === null).length,
  appointments: plan.added.length,
  changed: plan.changed.length,
  ended:
    plan.freed.length + plan.endings.reduce((sum, { ends, people }) => sum + (ends ? people.length : 0), 0),
  unchanged: plan.unchanged,
  units: plan.newUnits.length,
  employers: plan.newEmployers.length,
  undecided: plan.undecided.length,
  unreadable: plan.unreadable.length,
  missing: plan.missing,
});
