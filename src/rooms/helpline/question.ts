import type { Actor } from '#platform/actor.ts';
import type { Theme } from '#rooms/organisations/themes.ts';
import type { Reason } from '#rooms/people/candidates.ts';

export const questionStates = ['waiting', 'claimed', 'answered', 'closed'] as const;

/** waits for a helper · somebody is at it · waits for the asker · done */
export type QuestionState = (typeof questionStates)[number];

/** From where each act may start, and where it leads. The whole life of a question stands here. */
export const transitions = {
  claim: { from: ['waiting'], to: 'claimed' },
  answer: { from: ['waiting', 'claimed', 'answered'], to: 'answered' },
  moveOn: { from: ['waiting', 'claimed'], to: 'waiting' },
  reopen: { from: ['answered', 'closed'], to: 'waiting' },
  close: { from: ['waiting', 'claimed', 'answered'], to: 'closed' },
} as const satisfies Record<string, { from: readonly QuestionState[]; to: QuestionState }>;

export type Act = keyof typeof transitions;

/** Whether the act may start from this state. */
export const canStart = (act: Act, state: QuestionState): boolean =>
  (transitions[act].from as readonly QuestionState[]).includes(state);

/** Why a question came to somebody: their place in the chain, or what they or the asker did. */
export type StepReason = Reason | { kind: 'again' } | { kind: 'claimed' };

/** How a turn ended: nobody reacted, it was passed on, the helper is away or left, another took it, it closed. */
export type StepEnding = 'silent' | 'passed' | 'away' | 'left' | 'taken' | 'closed';

export type Question = {
  id: string;
  unitId: string;
  theme: Theme | null;
  title: string;
  body: string;
  underCover: boolean;
  state: QuestionState;
  askedAt: Date;
  changedAt: Date;
  holderId: string | null;
  waitsUntil: Date | null;
  nextId: string | null;
  roundStartedAt: Date;
  taps: 'none' | 'first' | 'both';
  /** Whether the one who looks is the one who asked. */
  isMine: boolean;
};

type Seen = Pick<Question, 'state' | 'holderId' | 'unitId' | 'underCover' | 'isMine' | 'taps'>;
type Reader = Pick<Actor, 'personId' | 'roles'>;

const isHolder = (actor: Reader, question: Seen) =>
  question.holderId !== null && question.holderId === actor.personId;

const isCoachOf = (actor: Reader, unitId: string) =>
  actor.roles.some((role) => role.kind === 'coach' && role.unitId === unitId);

/** The holder, or a coach of the unit while it waits. Not the asker, and under cover only the holder. */
export const canClaim = (actor: Reader, question: Seen): boolean =>
  canStart('claim', question.state) &&
  !question.isMine &&
  (isHolder(actor, question) || (isCoachOf(actor, question.unitId) && !question.underCover));

export const canAnswer = (actor: Reader, question: Seen): boolean =>
  canStart('answer', question.state) && (isHolder(actor, question) || canClaim(actor, question));

export const canPassOn = (actor: Reader, question: Seen): boolean =>
  canStart('moveOn', question.state) && isHolder(actor, question);

export const canCloseAsHelper = (actor: Reader, question: Seen): boolean =>
  canStart('close', question.state) && isHolder(actor, question);

/** What a coach may give to others: an answer that was given, by the one who has the question. */
export const canRelease = (actor: Reader, question: Seen): boolean =>
  isHolder(actor, question) && !question.underCover && ['answered', 'closed'].includes(question.state);

export const canWriteBack = (_actor: Reader, question: Seen): boolean => question.isMine;

/** Also after a helper closed it: "dit hielp?" is asked once, whoever closed. */
export const canCloseAsAsker = (_actor: Reader, question: Seen): boolean =>
  question.isMine &&
  (canStart('close', question.state) || (question.state === 'closed' && question.taps === 'none'));

/** The second tap, "kan ik het nu zelf?", once, after the first. */
export const canTellIfAlone = (_actor: Reader, question: Seen): boolean =>
  question.isMine && question.state === 'closed' && question.taps === 'first';

const longestTitle = 80;

/** What a list shows of a question: its first sentence, cut at a word. */
export function titleOf(body: string): string {
  const text = body.trim().replace(/\s+/g, ' ');
  const sentence = text.match(/^.+?[.?!](?=\s|$)/)?.[0] ?? text;
  const title = sentence.replace(/\.$/, '');
  if (title.length <= longestTitle) return title;
  const cut = title.slice(0, longestTitle - 1);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), 40)).trimEnd()}…`;
}
