import { m } from '#messages';
import type { SetUp, SetUpStep, StepMark, StepState } from './set-up.ts';

type Words = {
  title: () => string;
  text: () => string;
  action: () => string;
  /** Where the work is done, from the organisation's address. */
  to: string;
  /** What says that it is done where nothing shows so by itself. */
  finish?: () => string;
};

const words: Record<SetUpStep, Words> = {
  staff: {
    title: m.onboarding_step_staff,
    text: m.onboarding_step_staff_text,
    action: m.onboarding_step_staff_go,
    to: '/personeelslijst',
    finish: m.onboarding_step_staff_finish,
  },
  units: {
    title: m.onboarding_step_units,
    text: m.onboarding_step_units_text,
    action: m.onboarding_step_units_go,
    to: '/diensten',
    finish: m.onboarding_step_units_finish,
  },
  coaches: {
    title: m.onboarding_step_coaches,
    text: m.onboarding_step_coaches_text,
    action: m.onboarding_step_coaches_go,
    to: '/inrichten/digicoaches',
  },
  mail: {
    title: m.onboarding_step_mail,
    text: m.onboarding_step_mail_text,
    action: m.onboarding_step_mail_go,
    to: '/inrichten/mail',
  },
  question: {
    title: m.onboarding_step_question,
    text: m.onboarding_step_question_text,
    action: m.onboarding_step_question_go,
    to: '/vragen/nieuw',
  },
};

const stateWords: Record<StepState, () => string> = {
  done: m.onboarding_state_done,
  todo: m.onboarding_state_todo,
  skipped: m.onboarding_state_skipped,
};

/** One step as the page lists it. `isNow`: the first that is still to do. */
export type StepShown = {
  step: SetUpStep;
  title: string;
  text: string;
  action: string;
  to: string;
  state: StepState;
  stateText: string;
  isNow: boolean;
  /** The buttons that say something of it: what the mark becomes, and the words. */
  marks: { mark: StepMark | 'todo'; label: string }[];
};

export function shownSteps({ steps }: SetUp): StepShown[] {
  const now = steps.find(({ state }) => state === 'todo')?.step;
  return steps.map(({ step, state, mark }) => {
    const { title, text, action, to } = words[step];
    return {
      ...{ step, title: title(), text: text(), action: action(), to, state },
      ...{ stateText: stateWords[state](), isNow: step === now },
      marks: marksFor(step, { state, mark, isNow: step === now }),
    };
  });
}

/** What shows by itself nobody takes back; one skips what is next, and says of any step that it is done. */
function marksFor(step: SetUpStep, { state, mark, isNow }: Marked): StepShown['marks'] {
  const { finish } = words[step];
  if (state === 'todo')
    return [
      ...(finish ? [{ mark: 'done' as const, label: finish() }] : []),
      ...(isNow ? [{ mark: 'skipped' as const, label: m.onboarding_step_skip() }] : []),
    ];
  if (state === 'skipped') return [{ mark: 'todo', label: m.onboarding_step_again() }];
  return mark === 'done' ? [{ mark: 'todo', label: m.onboarding_step_undo() }] : [];
}

type Marked = { state: StepState; mark: StepMark | null; isNow: boolean };

/** `next`: what comes first, and `to`: where it is done, from the organisation's address. */
export type Progress = { count: string; next: string; to: string };

/** How far it is, in one line, and what comes first; null once nothing is left to do. */
export function shownProgress(setUp: SetUp): Progress | null {
  const next = setUp.steps.find(({ state }) => state === 'todo');
  if (!setUp.isOpen || !next) return null;
  const { title, to } = words[next.step];
  return { count: countOf(setUp), next: title(), to };
}

export const countOf = ({ steps }: SetUp): string =>
  m.onboarding_count({
    done: steps.filter(({ state }) => state !== 'todo').length,
    all: steps.length,
  });
