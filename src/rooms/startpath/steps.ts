// The ten steps of the Startpad, in their order. Pure.

export const startSteps = [
  'decision',
  'statement',
  'consultation',
  'staff',
  'call',
  'choice',
  'agreement',
  'announcement',
  'poster',
  'meeting',
] as const;

export type StartStep = (typeof startSteps)[number];

/** Working days between the decision of the management team and each step, as towns that did it before took. */
export const workingDaysAfter: Readonly<Record<StartStep, number>> = {
  decision: 0,
  statement: 3,
  consultation: 10,
  staff: 13,
  call: 15,
  choice: 30,
  agreement: 40,
  announcement: 45,
  poster: 47,
  meeting: 55,
};

/** Whether there are pages where the step is done; for the others the text is what there is. */
export const hasRoom = (step: StartStep): boolean =>
  ['staff', 'call', 'choice', 'announcement', 'poster'].includes(step);

/** Steps with a text to adapt: messages/documents/<step>.md. */
export const writtenSteps = [
  'decision',
  'statement',
  'consultation',
  'call',
  'agreement',
  'announcement',
  'poster',
  'meeting',
] as const satisfies readonly StartStep[];

export type WrittenStep = (typeof writtenSteps)[number];

export const isWritten = (step: StartStep): step is WrittenStep =>
  (writtenSteps as readonly StartStep[]).includes(step);

/** Of these each copy is filled in anew, for one coach or one unit. */
const filledPerCopy: readonly StartStep[] = ['agreement', 'poster'];

export const isFilledOnce = (step: StartStep): boolean => isWritten(step) && !filledPerCopy.includes(step);

/** In an address a step goes by its number, from 1. */
export const stepNumber = (step: StartStep): number => startSteps.indexOf(step) + 1;

export const stepAt = (number: string): StartStep | undefined =>
  /^([1-9]|10)$/.test(number) ? startSteps[Number(number) - 1] : undefined;
