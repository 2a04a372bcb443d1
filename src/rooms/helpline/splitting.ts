import type { Actor } from '#platform/actor.ts';
import { hasOrMayClaim } from './merging.ts';
import type { Question } from './question.ts';

type Helper = Pick<Actor, 'personId' | 'roles'>;

/**
 * Whoever has the question, also when it is closed: "bedankt, en nog iets". Never under cover: the new question would
 * need the name that stays behind. Not while it is answered together with another.
 */
export const canSplit = (actor: Helper, question: Question): boolean =>
  !question.isMine && !question.underCover && question.state !== 'merged' && hasOrMayClaim(actor, question);

/** By who has either of the two, or split them. */
export const canUndoSplit = (
  actor: Helper,
  { from, into, splitBy }: { from: Question; into: Question; splitBy: string | null },
): boolean =>
  hasOrMayClaim(actor, from) ||
  hasOrMayClaim(actor, into) ||
  (splitBy !== null && splitBy === actor.personId);
