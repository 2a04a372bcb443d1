import {
  canCheckTips,
  canKeepTip,
  isAuthor,
  isFindable,
  type Reader,
  type Tip,
  type TipStatus,
} from './tip.ts';

export const tipMoves = ['check', 'publish', 'send_back', 'doubt', 'confirm', 'expire', 'restore'] as const;

/** kijk na · publiceer · stuur terug · laat nakijken · klopt nog · laat vervallen · zet terug */
export type TipMove = (typeof tipMoves)[number];

type Movable = Pick<Tip, 'status' | 'expiredFrom' | 'authorId' | 'ownerId'>;

type Transition = {
  from: readonly TipStatus[];
  /** 'before': what it was when it expired. */
  to: TipStatus | 'before';
  who: (actor: Reader, tip: Movable) => boolean;
};

const unpublished: readonly TipStatus[] = ['draft', 'reviewed'];

/** Whoever checks or keeps it; an author also takes back what was never published. */
const canLetGo = (actor: Reader, tip: Movable): boolean =>
  canKeepTip(actor, tip) || (isAuthor(actor, tip) && !isFindable(tip.expiredFrom ?? tip.status));

/** Every way from one state to another, and who may take it. */
export const transitions: Record<TipMove, Transition> = {
  check: { from: ['draft'], to: 'reviewed', who: canCheckTips },
  publish: { from: unpublished, to: 'published', who: canCheckTips },
  send_back: { from: [...unpublished, 'to_review'], to: 'draft', who: canCheckTips },
  doubt: { from: ['published'], to: 'to_review', who: canKeepTip },
  // What an owner says still holds was checked before: a text that they change themselves becomes a draft.
  confirm: { from: ['to_review'], to: 'published', who: canKeepTip },
  expire: { from: [...unpublished, 'published', 'to_review'], to: 'expired', who: canLetGo },
  restore: { from: ['expired'], to: 'before', who: canLetGo },
};

/** Whether this actor may take this way at all, wherever the tip stands by now. */
export const canMoveTip = (actor: Reader, tip: Movable, move: TipMove): boolean =>
  transitions[move].who(actor, tip);

/** Where a move leads from where the tip stands; null when it does not begin there. */
export function leadsTo(move: TipMove, { status, expiredFrom }: Movable): TipStatus | null {
  const { from, to } = transitions[move];
  if (!from.includes(status)) return null;
  return to === 'before' ? (expiredFrom ?? 'draft') : to;
}

/** What this actor can do with the tip as it stands, in the order of the buttons. */
export const movesFrom = (actor: Reader, tip: Movable): TipMove[] =>
  tipMoves.filter((move) => leadsTo(move, tip) !== null && canMoveTip(actor, tip, move));

/** What can be done besides, any day: the rest is what the tip waits for. */
export const movesBesides: readonly TipMove[] = ['doubt', 'expire'];

/** Who hears that a tip has to be looked at: whoever keeps it, or else who wrote it. */
export const keeperOf = ({ ownerId, authorId }: Pick<Tip, 'ownerId' | 'authorId'>): string | null =>
  ownerId ?? authorId;
