import type { Actor } from '#platform/actor.ts';
import { canClaim, canStart, type Question } from './question.ts';

/** What a question was before it went together with another, so that undoing can put it back. */
export type Before = {
  state: 'waiting' | 'claimed' | 'answered';
  holderId: string | null;
  waitsUntil: Date | null;
};

type Helper = Pick<Actor, 'personId' | 'roles'>;

/** Who has the question, or may say "ik help nu". */
export const hasOrMayClaim = (actor: Helper, question: Question): boolean =>
  (question.holderId !== null && question.holderId === actor.personId) || canClaim(actor, question);

/**
 * Whether a question may go together with others at all. Never under cover or outside the own unit, where being read
 * with another would bring it to people whom the asker left out; never urgent, which waits for nothing.
 */
export const canGoTogether = (actor: Helper, question: Question): boolean =>
  !question.isMine &&
  !question.underCover &&
  !question.outsideUnit &&
  question.urgent === null &&
  canStart('merge', question.state) &&
  hasOrMayClaim(actor, question);

/** Whether others may be answered together with it. It is still open: else nobody would hear of the others. */
export const canLead = (actor: Helper, question: Question): boolean =>
  canGoTogether(actor, question) && question.state !== 'answered';

/** By who has both, or may claim both. */
export const canMerge = (actor: Helper, from: Question, into: Question): boolean =>
  from.id !== into.id && canGoTogether(actor, from) && canLead(actor, into);

/** Whoever may go on with the question that leads, or merged them: a slip is mended by who made it. */
export const canUndoMerge = (actor: Helper, into: Question, mergedBy: string | null): boolean =>
  hasOrMayClaim(actor, into) || (mergedBy !== null && mergedBy === actor.personId);

/** What a question is once it stands alone again: answered if it got its answer meanwhile, else what it was. */
export const aloneAgain = (before: Before, answeredBy: string | null): Before =>
  answeredBy === null ? before : { state: 'answered', holderId: answeredBy, waitsUntil: null };
