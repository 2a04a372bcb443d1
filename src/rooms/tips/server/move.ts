import { localDay } from '#platform/days.ts';
import { allow, Conflict, Invalid } from '#platform/errors.ts';
import { inOrganisation, type Actor, type Tx } from '#platform/server/scope.ts';
import { verb } from '#platform/server/verb.ts';
import { record } from '#rooms/activity/server/index.ts';
import { canMoveTip, keeperOf, leadsTo, type TipMove } from '../moves.ts';
import type { Tip } from '../tip.ts';
import { fileIfFindable } from './filing.ts';
import { aYearFrom } from './keeping.ts';
import { lockTip } from './seeing.ts';
import { tellAbout } from './tell.ts';

type Move = { move: TipMove; word?: string };

/**
 * Takes a tip from one state to the next, along the table of transitions. Sending back needs a word to the author
 * (Invalid). Conflict when the tip stands elsewhere by now.
 */
export const moveTip = verb('moveTip', async (tx, id: string, { move, word = '' }: Move) => {
  const tip = await lockTip(tx, id);
  allow(canMoveTip(tx.actor, tip, move));
  const status = leadsTo(move, tip);
  if (status === null) throw new Conflict('tips_moved_meanwhile');
  if (move === 'send_back' && !word) throw new Invalid({ word: 'tips_word_missing' });
  await tx
    .updateTable('tip')
    .set({ status, ...checkedBy(tx, tip, move) })
    .set({ expired_from: status === 'expired' ? tip.status : null })
    .set({ sent_back_word: wordAfter(tip, move, word) })
    .where('id', '=', id)
    .execute();
  await fileIfFindable(tx, { ...tip, status });
  await record(tx, { event: 'tip.moved', subject: { kind: 'tip', id }, particulars: { move, status } });
  if (move === 'publish') await tellAbout(tx, tip, 'tip.published', tip.authorId);
  if (move === 'send_back') await tellAbout(tx, tip, 'tip.sent_back', tip.authorId);
  if (move === 'doubt') await tellAbout(tx, tip, 'tip.to_review', keeperOf(tip));
  return status;
});

/** Whoever says that it is right says so today; published, it is looked at again on its own day or in a year. */
function checkedBy(tx: Tx, { reviewOn }: Tip, move: TipMove) {
  const today = localDay(tx.now);
  if (move === 'check') return { reviewed_on: today };
  if (move !== 'publish' && move !== 'confirm') return {};
  const stillToCome = reviewOn !== null && reviewOn > today;
  return { reviewed_on: today, review_on: stillToCome ? reviewOn : aYearFrom(tx.now) };
}

/** The word to the author stays while the tip waits for them, also when it expires and comes back. */
function wordAfter({ sentBackWord }: Tip, move: TipMove, word: string): string | null {
  if (move === 'send_back') return word;
  return move === 'expire' || move === 'restore' ? sentBackWord : null;
}

/** Published tips whose day has come are to be looked at, and whoever keeps them hears it. */
export async function lookAgain(actor: Actor): Promise<void> {
  const due = await inOrganisation(actor, (tx) =>
    tx
      .selectFrom('tip')
      .select('id')
      .where('status', '=', 'published')
      .where('review_on', '<=', localDay(tx.now))
      .orderBy('review_on')
      .limit(200)
      .execute(),
  );
  for (const { id } of due) await inOrganisation(actor, (tx) => lookAgainAt(tx, id));
}

/** Looks again under the lock: another worker, or whoever keeps it, may have been first. */
async function lookAgainAt(tx: Tx, id: string): Promise<void> {
  const { status, reviewOn } = await lockTip(tx, id);
  if (status === 'published' && reviewOn !== null && reviewOn <= localDay(tx.now))
    await moveTip(tx, id, { move: 'doubt' });
}
