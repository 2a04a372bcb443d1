import * as v from 'valibot';
import type { Actor } from '#platform/actor.ts';
import { isId } from '#platform/ids.ts';
import { themes, type Theme } from '#rooms/organisations/themes.ts';
import type { Question } from './question.ts';

// A known problem: one line that a helper publishes while something is broken, without asker or unit.

export type Problem = {
  id: string;
  theme: Theme;
  line: string;
  publishedAt: Date;
  /** Null while it lasts. */
  endedAt: Date | null;
  /** What is to be known now that it is over. */
  outcome: string | null;
  /** The one who looks said "dit heb ik ook" and hears when it is solved. */
  isFollowed: boolean;
};

/** What is typed becomes one line. */
export const oneLine = v.pipe(
  v.string(),
  v.transform((text) => text.replace(/\p{Cc}+/gu, ' ').replace(/\s+/g, ' ')),
  v.trim(),
);
export const longestLine = 160;

const line = (empty: string) => v.pipe(oneLine, v.nonEmpty(empty), v.maxLength(longestLine, 'ui_too_long'));

export const problemForm = v.object({
  line: line('helpline_problem_line_missing'),
  theme: v.picklist(themes, 'helpline_problem_theme_missing'),
  /** The question it came up in, which the line then must not give away. */
  questionId: v.optional(
    v.pipe(
      v.string(),
      v.check((text) => isId(text)),
    ),
  ),
});

export const endProblemForm = v.object({ outcome: line('helpline_problem_outcome_missing') });

export type NewProblem = v.InferOutput<typeof problemForm>;
export type EndedProblem = v.InferOutput<typeof endProblemForm>;

type Seen = Pick<Question, 'isMine' | 'isCalledIn' | 'hadTurn' | 'underCover'>;

/** Whoever helps with the question. What was said under cover never becomes a line for everybody. */
export const canPublishFrom = (_actor: Actor, question: Seen): boolean =>
  !question.underCover && !question.isMine && (question.hadTurn || question.isCalledIn);
