import * as v from 'valibot';
import type { Actor } from '#platform/actor.ts';
import { isId } from '#platform/ids.ts';
import { day } from '#rooms/organisations/forms.ts';
import type { Name } from '#rooms/people/name.ts';
import type { Question } from './question.ts';

// "Ik kom terug bij jou": a helper proposes a day, the colleague says yes or no. Only these two read of it.

/** waits for the colleague · will happen · rather not · it happened · the helper is not coming after all */
export type FollowUpState = 'proposed' | 'agreed' | 'declined' | 'done' | 'withdrawn';

export const followUpTransitions = {
  agree: { from: ['proposed', 'declined'], to: 'agreed' },
  decline: { from: ['proposed', 'agreed'], to: 'declined' },
  withdraw: { from: ['proposed', 'agreed'], to: 'withdrawn' },
  finish: { from: ['proposed', 'agreed'], to: 'done' },
} as const satisfies Record<string, { from: readonly FollowUpState[]; to: FollowUpState }>;

export type FollowUpAct = keyof typeof followUpTransitions;

export type FollowUp = {
  id: string;
  coachId: string;
  personId: string;
  /** A local day, 'YYYY-MM-DD'. */
  comeOn: string;
  state: FollowUpState;
};

type Reader = Pick<Actor, 'personId' | 'roles'>;
type Seen = Pick<FollowUp, 'coachId' | 'personId' | 'comeOn' | 'state'>;

const canStart = (act: FollowUpAct, state: FollowUpState): boolean =>
  (followUpTransitions[act].from as readonly FollowUpState[]).includes(state);

/** The colleague answers, and may think again, until the day is over. */
const mayAnswer = (actor: Reader, { personId, comeOn }: Seen, today: string): boolean =>
  personId === actor.personId && comeOn >= today;

export const canAgree = (actor: Reader, seen: Seen, today: string): boolean =>
  mayAnswer(actor, seen, today) && canStart('agree', seen.state);

export const canDecline = (actor: Reader, seen: Seen, today: string): boolean =>
  mayAnswer(actor, seen, today) && canStart('decline', seen.state);

export const canWithdraw = (actor: Reader, { coachId, state }: Seen): boolean =>
  coachId === actor.personId && canStart('withdraw', state);

export const canFinish = (actor: Reader, { coachId, state }: Seen): boolean =>
  coachId === actor.personId && canStart('finish', state);

/**
 * From a question: whoever has it, or was called in, and knows who asked. Never under cover: a row that names the
 * helper, the colleague and the question would say who asked.
 */
export const canComeBack = (
  actor: Reader,
  question: Pick<Question, 'holderId' | 'isCalledIn' | 'isMine' | 'underCover'>,
  knowsAsker: boolean,
): boolean =>
  knowsAsker &&
  !question.underCover &&
  !question.isMine &&
  ((question.holderId !== null && question.holderId === actor.personId) || question.isCalledIn);

/** Without a question: whoever helps by their role. */
export const canComeBackUnasked = (actor: Reader): boolean =>
  actor.roles.some(({ kind }) => kind === 'coach' || kind === 'expert');

export const furthestDays = 366;

const id = v.pipe(
  v.string(),
  v.check((text: string) => isId(text), 'ui_error_field'),
);

/** About a question the colleague is its asker; otherwise one has to be named. Messages are keys of messages/nl.json. */
export const followUpForm = v.object({
  personId: v.optional(id),
  questionId: v.optional(id),
  guidanceId: v.optional(id),
  comeOn: day,
  key: v.optional(v.pipe(v.string(), v.maxLength(100)), ''),
});

export const followUpAnswerForm = v.object({ yes: v.picklist(['yes', 'no']) });

export type FollowUpProposed = v.InferOutput<typeof followUpForm>;

/** As its two people see it. `other` is the one who does not look. */
export type FollowUpSeen = FollowUp & {
  iAmCoach: boolean;
  other: Name;
  /** Whether something about it was not read yet. */
  isNew: boolean;
};
