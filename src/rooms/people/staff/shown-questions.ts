import { m } from '#messages';
import type { Answer } from './answers.ts';
import type { DoubtReason, Question } from './doubts.ts';
import type { KnownStaff } from './known.ts';
import type { StaffLine } from './list.ts';
import type { StaffPlan } from './plan.ts';
import { sidesOf, type ShownSide } from './shown-side.ts';

/** So many are put at once: whoever answered them gets the next ones. */
const atOnce = 20;

export interface ShownQuestion {
  key: string;
  why: string;
  answer: Answer | null;
  /** Both are here already: a list does not make them one. */
  isTwoKnown: boolean;
  sides: [ShownSide, ShownSide];
}

const whys: Record<DoubtReason, () => string> = {
  same_email: m.people_pair_same_email,
  same_number: m.people_pair_same_number,
  other_person: m.people_pair_other_person,
  no_number: m.people_pair_no_number,
};

/** The questions of a list, and how many of those that are open look as plain as that. */
export function shownQuestions(plan: StaffPlan, known: KnownStaff, lines: readonly StaffLine[]) {
  const sideOf = sidesOf(known, new Map(lines.map((line) => [line.line, line])));
  const shown = (questions: readonly Question[]) =>
    questions.flatMap((question): ShownQuestion[] => {
      const [one, other] = [sideOf({ line: question.line }), sideOf(question.other)];
      if (!one || !other) return [];
      const { key, answer, isTwoKnown, reason } = question;
      return [{ key, answer, isTwoKnown, why: whys[reason](), sides: [one, other] }];
    });
  const open = plan.questions.filter(({ answer }) => answer === null);
  const answered = plan.questions.filter(({ answer }) => answer !== null);
  const plain = (looks: Answer) =>
    open.filter((one) => one.looks === looks && !(one.isTwoKnown && looks === 'same')).length;
  return {
    open: { rows: shown(open.slice(0, atOnce)), total: open.length },
    answered: { rows: shown(answered.slice(0, atOnce * 5)), total: answered.length },
    plain: { same: plain('same'), other: plain('other') },
    clashes: plan.undecided.some(({ reason }) => reason === 'answers_clash'),
  };
}

export type ShownQuestions = ReturnType<typeof shownQuestions>;
