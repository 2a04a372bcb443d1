/** What an organisation does first, in the order in which it helps. */
export const setUpSteps = ['staff', 'units', 'coaches', 'mail', 'question'] as const;

export type SetUpStep = (typeof setUpSteps)[number];
export type StepMark = 'done' | 'skipped';
export type StepState = StepMark | 'todo';

/** For each step, whether it shows by itself that it was done. */
export type StepFacts = Record<SetUpStep, boolean>;
export type StepMarks = Partial<Record<SetUpStep, StepMark | null>>;

/** What shows by itself needs nobody to say it; what somebody said holds for the rest. */
export const stateOf = (step: SetUpStep, facts: StepFacts, marks: StepMarks): StepState =>
  facts[step] ? 'done' : (marks[step] ?? 'todo');

export type SetUp = {
  steps: { step: SetUpStep; state: StepState; mark: StepMark | null }[];
  /** By a set-up, and not as a demonstration. */
  wasBegun: boolean;
  /** It was, and something is still to do. */
  isOpen: boolean;
};

/** `marks` has no entries in an organisation that was not begun this way, such as a demonstration. */
export function setUpOf(facts: StepFacts, marks: StepMarks): SetUp {
  const steps = setUpSteps.map((step) => ({
    step,
    state: stateOf(step, facts, marks),
    mark: marks[step] ?? null,
  }));
  const wasBegun = Object.keys(marks).length > 0;
  return { steps, wasBegun, isOpen: wasBegun && steps.some(({ state }) => state === 'todo') };
}
