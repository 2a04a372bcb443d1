import { addDays, dayOf } from '#platform/days.ts';
import { startSteps, workingDaysAfter, type StartStep } from './steps.ts';

// On which day each step of the Startpad stands. Pure. Days are 'YYYY-MM-DD'.

/** What is known of the path: the day of the decision, what was done when, and which days were set by hand. */
export type Path = {
  decidesOn: string;
  done: ReadonlyMap<StartStep, string>;
  moved: ReadonlyMap<StartStep, string>;
};

export type PlannedStep = {
  step: StartStep;
  /** Null while it is open. */
  doneOn: string | null;
  /** The day on which it stood before anything was late. */
  plannedOn: string;
  /** The day it was done; of an open step the day on which it stands now. */
  dueOn: string;
  byHand: boolean;
};

/**
 * The steps in their order. What is open never stands on a closed day, in the past, or before an open step that comes
 * earlier. A step that was done late, or is late by now, takes all that follow with it, as many working days; one
 * that was early moves nothing. A day set by hand stays, unless what comes before it is later; those after it follow.
 */
export function planSteps(path: Path, { today, closed }: { today: string; closed: ReadonlySet<string> }) {
  const days = workingDays(path.decidesOn, closed);
  let shift = 0;
  let plannedShift = 0;
  let earliest = days.indexOf(today);
  return startSteps.map((step): PlannedStep => {
    const after = workingDaysAfter[step];
    const hand = path.moved.get(step);
    if (hand !== undefined) shift = plannedShift = days.indexOf(hand) - after;
    const plannedOn = days.at(after + plannedShift);
    const doneOn = path.done.get(step) ?? null;
    const byHand = hand !== undefined;
    if (doneOn !== null) {
      shift += Math.max(days.lastUntil(doneOn) - (after + shift), 0);
      return { step, doneOn, plannedOn, dueOn: doneOn, byHand };
    }
    const index = Math.max(after + shift, earliest);
    shift = index - after;
    earliest = index;
    return { step, doneOn, plannedOn, dueOn: days.at(index), byHand };
  });
}

const isOpen = (day: string, closed: ReadonlySet<string>): boolean =>
  dayOf(day).weekday <= 5 && !closed.has(day);

/** The first open day, from this one on. */
export function openDayFrom(day: string, closed: ReadonlySet<string>): string {
  let found = day;
  while (!isOpen(found, closed)) found = addDays(found, 1);
  return found;
}

/** Working days by their number: 0 is the first one from `start` on, and those before it count down. */
function workingDays(start: string, closed: ReadonlySet<string>) {
  const forward = [openDayFrom(start, closed)];
  const next = () => forward.push(openDayFrom(addDays(forward.at(-1)!, 1), closed));
  const at = (index: number): string => {
    while (forward.length <= index) next();
    return forward[Math.max(index, 0)]!;
  };
  return {
    /** What lies before the start stands on the start. */
    at,
    /** Of the first working day from this one on; 0 for all that lie before the start. */
    indexOf(day: string): number {
      while (forward.at(-1)! < day) next();
      return forward.findIndex((one) => one >= day);
    },
    /** Of the last working day until this one; -1 before the start. */
    lastUntil(day: string): number {
      while (forward.at(-1)! <= day) next();
      return forward.findLastIndex((one) => one <= day);
    },
  };
}

/** The first step that is still open; undefined when all are done. */
export const nextStep = (steps: readonly PlannedStep[]): PlannedStep | undefined =>
  steps.find(({ doneOn }) => doneOn === null);

/** It stands later than was planned. */
export const isLater = ({ doneOn, dueOn, plannedOn }: PlannedStep): boolean =>
  doneOn === null && dueOn > plannedOn;
