import type { Actor } from '#platform/actor.ts';
import type { Theme } from '#rooms/organisations/themes.ts';
import type { Reason } from '#rooms/people/candidates.ts';

export const questionStates = ['waiting', 'claimed', 'answered', 'closed', 'merged'] as const;

/** waits for a helper · somebody is at it · waits for the asker · done · answered together with another */
export type QuestionState = (typeof questionStates)[number];

/** From where each act may start, and where it leads. The whole life of a question stands here. */
export const transitions = {
  claim: { from: ['waiting'], to: 'claimed' },
  answer: { from: ['waiting', 'claimed', 'answered'], to: 'answered' },
  moveOn: { from: ['waiting', 'claimed'], to: 'waiting' },
  reopen: { from: ['answered', 'closed'], to: 'waiting' },
  give: { from: ['waiting', 'claimed'], to: 'waiting' },
  close: { from: ['waiting', 'claimed', 'answered', 'merged'], to: 'closed' },
  undoClose: { from: ['closed'], to: 'claimed' },
  merge: { from: ['waiting', 'claimed', 'answered'], to: 'merged' },
  undoMerge: { from: ['merged'], to: 'waiting' },
} as const satisfies Record<string, { from: readonly QuestionState[]; to: QuestionState }>;

export type Act = keyof typeof transitions;

/** Whether the act may start from this state. */
export const canStart = (act: Act, state: QuestionState): boolean =>
  (transitions[act].from as readonly QuestionState[]).includes(state);

/** What makes a question urgent: clicked a link, lost a device, sent to the wrong one (dringend en veilig). */
export type Urgent = 'clicked' | 'device_lost' | 'wrong_recipient';

/**
 * Why a question came to somebody: their place in the chain, or what they, the asker or another helper did. `chosen`:
 * the asker picked them; `given`: another helper gave it to them; `noted`: they wrote it down for a colleague.
 */
export type StepReason =
  | Reason
  | { kind: 'again' }
  | { kind: 'claimed' }
  | { kind: 'chosen' }
  | { kind: 'given'; byId: string }
  | { kind: 'noted' };

/**
 * How a turn ended: nobody reacted, it was passed on, the helper is away or left, another took it, it closed, it was
 * given to somebody, it goes on together with another question.
 */
export type StepEnding = 'silent' | 'passed' | 'away' | 'left' | 'taken' | 'closed' | 'given' | 'merged';

/** What stands in a thread: words, "ik bel je", "ik kom langs", or a note that only helpers read. */
export type MessageKind = 'text' | 'call' | 'visit' | 'note';

export type Question = {
  id: string;
  unitId: string;
  theme: Theme | null;
  title: string;
  body: string;
  underCover: boolean;
  /** Asked outside the own unit: the coaches of that unit do not see it. */
  outsideUnit: boolean;
  urgent: Urgent | null;
  /** The helper who wrote it down for the asker. */
  notedById: string | null;
  /** The question it is answered together with. */
  mergedInto: string | null;
  state: QuestionState;
  askedAt: Date;
  changedAt: Date;
  holderId: string | null;
  waitsUntil: Date | null;
  roundStartedAt: Date;
  taps: 'none' | 'first' | 'both';
  closedAt: Date | null;
  closedBy: 'asker' | 'helper' | null;
  /** Whether the one who looks is the one who asked. */
  isMine: boolean;
  /** Whether the one who looks was called in by its helper. */
  isCalledIn: boolean;
  /** Whether the one who looks has or had it. */
  hadTurn: boolean;
};

type Seen = Pick<
  Question,
  | 'state'
  | 'holderId'
  | 'unitId'
  | 'underCover'
  | 'isMine'
  | 'isCalledIn'
  | 'hadTurn'
  | 'taps'
  | 'closedAt'
  | 'closedBy'
  | 'urgent'
>;
type Reader = Pick<Actor, 'personId' | 'roles'>;

/** Not closed, and not answered together with another. */
const isOpen = ({ state }: Pick<Question, 'state'>): boolean =>
  ['waiting', 'claimed', 'answered'].includes(state);

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
  canStart('answer', question.state) &&
  !question.isMine &&
  (isHolder(actor, question) || question.isCalledIn || canClaim(actor, question));

/** "Ik bel", "ik kom langs": for whoever may answer and knows to whom. */
export const canSayComing = (actor: Reader, question: Seen, knowsAsker: boolean): boolean =>
  knowsAsker && canAnswer(actor, question);

/** Notes are among those who help: whoever has or had it, and whom they called in. Never the asker. */
export const canReadNotes = (_actor: Reader, question: Seen): boolean =>
  !question.isMine && (question.hadTurn || question.isCalledIn);

export const canWriteNote = (actor: Reader, question: Seen): boolean =>
  canReadNotes(actor, question) && question.state !== 'merged';

/** The helper of an open question asks somebody who knows more. */
export const canCallIn = (actor: Reader, question: Seen): boolean =>
  isOpen(question) && isHolder(actor, question);

/** "Ik weet het ook niet", by whoever was called in. */
export const canStepBack = (_actor: Reader, question: Seen): boolean =>
  question.isCalledIn && !question.isMine;

/**
 * Picking somebody by name, to ask or to give it to. Under cover only for the one who knows the asker: to anybody
 * else the names that are left out would tell where the asker works.
 */
export const canPickHelper = (question: Pick<Question, 'underCover'>, knowsAsker: boolean): boolean =>
  !question.underCover || knowsAsker;

export const canGive = (actor: Reader, question: Seen, knowsAsker: boolean): boolean =>
  canStart('give', question.state) && isHolder(actor, question) && canPickHelper(question, knowsAsker);

/** What a turn must say to know whether it can be taken back. */
export type Turn = { personId: string; ending: StepEnding | null };

/** Who passed it on or gave it away may take it back, as long as the new one did nothing with it. */
export const canTakeBack = (
  actor: Reader,
  question: Seen,
  { turns, reacted }: { turns: readonly Turn[]; reacted: boolean },
): boolean => {
  const [mine, theirs] = turns.slice(-2);
  return (
    question.state === 'waiting' &&
    !reacted &&
    theirs?.ending === null &&
    mine?.personId === actor.personId &&
    (mine.ending === 'passed' || mine.ending === 'given')
  );
};

/** Whoever helps may be reminded of it, until it is closed. */
export const canBeReminded = (actor: Reader, question: Seen): boolean =>
  canReadNotes(actor, question) && isOpen(question);

export const canPassOn = (actor: Reader, question: Seen): boolean =>
  canStart('moveOn', question.state) && isHolder(actor, question);

export const canCloseAsHelper = (actor: Reader, question: Seen): boolean =>
  canStart('close', question.state) && isHolder(actor, question);

export const undoCloseWithinHours = 24;

/** A slip at "mondeling opgelost": undone by the same helper, unless the asker said since how it went. */
export const canUndoClose = (actor: Reader, question: Seen, now: Date): boolean =>
  canStart('undoClose', question.state) &&
  isHolder(actor, question) &&
  question.closedBy === 'helper' &&
  question.taps === 'none' &&
  question.closedAt !== null &&
  now.getTime() - question.closedAt.getTime() < undoCloseWithinHours * 3_600_000;

/** What a coach may give to others: an answer that was given, by the one who has the question. */
export const canRelease = (actor: Reader, question: Seen): boolean =>
  isHolder(actor, question) && !question.underCover && ['answered', 'closed'].includes(question.state);

export const canWriteBack = (_actor: Reader, question: Seen): boolean => question.isMine;

/**
 * Also after a helper closed it: "dit hielp?" is asked once, whoever closed. What cannot wait is not taken back by its
 * asker before somebody looked at it.
 */
export const canCloseAsAsker = (_actor: Reader, question: Seen): boolean =>
  question.isMine &&
  (question.urgent === null || !['waiting', 'claimed'].includes(question.state)) &&
  (canStart('close', question.state) || (question.state === 'closed' && question.taps === 'none'));

/** Whether its asker kept it from the own unit and from managers; then its unit is the helper's, not the asker's. */
export const isKeptFromUnit = (question: Pick<Question, 'underCover' | 'outsideUnit'>): boolean =>
  question.underCover || question.outsideUnit;

/** The asker may choose another coach as long as nobody is at it. */
export const canChooseCoach = (_actor: Reader, question: Seen): boolean =>
  question.isMine && question.state === 'waiting';

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
