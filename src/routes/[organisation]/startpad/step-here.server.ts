import { found, NotFound } from '#platform/errors.ts';
import { isWritten, stepAt, type StartStep, type WrittenStep } from '#rooms/startpath/steps.ts';

export type StepEvent = { params: { organisation: string; step: string } };

/** The step that an address names by its number. */
export const stepHere = ({ step }: { step: string }): StartStep => found(stepAt(step));

/** The same, of those that have a text. */
export function writtenHere(params: { step: string }): WrittenStep {
  const step = stepHere(params);
  if (!isWritten(step)) throw new NotFound();
  return step;
}
