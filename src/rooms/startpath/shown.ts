// The Startpad in words. Pure.
import { m } from '#messages';
import { formatDay, formatShortDay } from '#platform/dates.ts';
import { stepWords } from './labels.ts';
import { isLater, nextStep, type PlannedStep } from './plan.ts';
import { startSteps, stepNumber, type StartStep } from './steps.ts';

type Path = { decidesOn: string | null; steps: readonly PlannedStep[]; today: string };

/** When a step stands, in words: never as a reproach. */
function whenOf(planned: PlannedStep | undefined, today: string, isNext: boolean): string | null {
  if (!planned) return null;
  const { doneOn, dueOn, byHand } = planned;
  if (doneOn) return m.startpath_done_on({ day: formatShortDay(doneOn) });
  const day = dueOn === today ? m.startpath_today() : formatShortDay(dueOn);
  if (isLater(planned) && !isNext) return m.startpath_moves_to({ day });
  return byHand ? m.startpath_by_hand({ day }) : day;
}

const lineOf = (step: StartStep, path: Path) => {
  const planned = path.steps.find((one) => one.step === step);
  const isNext = nextStep(path.steps)?.step === step;
  return {
    number: stepNumber(step),
    title: stepWords(step).title,
    when: whenOf(planned, path.today, isNext),
    isDone: (planned?.doneOn ?? null) !== null,
    isNext,
  };
};

export type StepLine = ReturnType<typeof lineOf>;

/** The whole path: how far it is, what comes next, and every step with its day. */
export function shownPath(path: Path) {
  const next = nextStep(path.steps);
  const done = path.steps.filter(({ doneOn }) => doneOn !== null).length;
  return {
    decidesOn: path.decidesOn,
    decides: path.decidesOn && decides(path.decidesOn, path.today),
    progress: progress(done, path),
    next: next ? { ...lineOf(next.step, path), ...stepWords(next.step) } : null,
    steps: startSteps.map((step) => lineOf(step, path)),
  };
}

const decides = (on: string, today: string): string =>
  on < today
    ? m.startpath_decided_on({ day: formatDay(on) })
    : m.startpath_decides_on({ day: formatDay(on) });

function progress(done: number, { steps }: Path): string {
  const last = steps.at(-1);
  if (!last) return m.startpath_progress_none();
  if (done === startSteps.length) return m.startpath_progress_all();
  const day = formatDay(last.dueOn);
  if (done === 0) return m.startpath_progress_begin({ day });
  return done === 1 ? m.startpath_progress_one({ day }) : m.startpath_progress({ count: done, day });
}

/** On Start: how far it is and what comes next, or how to begin; null once all is done. */
export function shownOnStart(path: Path) {
  if (path.decidesOn === null) return { text: m.startpath_card_begin(), next: null };
  const { progress: text, next } = shownPath(path);
  return next && { text, next: { number: next.number, title: next.title, when: next.when ?? '' } };
}

export type PathOnStart = NonNullable<ReturnType<typeof shownOnStart>>;

/** One step, with what comes before and after it. */
export function shownStep(step: StartStep, path: Path) {
  const planned = path.steps.find((one) => one.step === step);
  const at = startSteps.indexOf(step);
  const around = (index: number) => {
    const other = startSteps[index];
    return other ? { number: index + 1, title: stepWords(other).title } : null;
  };
  return {
    ...{ step, ...lineOf(step, path), ...stepWords(step) },
    dueOn: planned && planned.doneOn === null ? planned.dueOn : null,
    byHand: planned?.byHand ?? false,
    isPlanned: path.decidesOn !== null,
    today: path.today,
    before: around(at - 1),
    after: around(at + 1),
  };
}
