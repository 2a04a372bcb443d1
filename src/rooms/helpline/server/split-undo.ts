import { allow, Conflict, found, NotFound } from '#platform/errors.ts';
import { isId } from '#platform/ids.ts';
import type { Tx } from '#platform/server/scope.ts';
import { verb } from '#platform/server/verb.ts';
import type { Question } from '../question.ts';
import { canUndoSplit } from '../splitting.ts';
import { reopen } from './back.ts';
import { fileQuestion } from './filing.ts';
import { lockQuestion } from './seeing.ts';
import { recordSplit } from './split.ts';
import { endStep } from './steps.ts';

/**
 * Everything goes back to the question it was split off from, also what was written since. What still waited for a
 * helper waits there; links to the other lead back here. Returns the id of the question that is left.
 */
export const undoSplit = verb('undoSplit', async (tx, splitId: string) => {
  const split = await splitHere(tx, splitId);
  const from = await lockQuestion(tx, split.from_id);
  const into = await lockQuestion(tx, split.into_id);
  allow(canUndoSplit(tx.actor, { from, into, splitBy: split.split_by }));
  if (split.undone_at !== null) throw new Conflict('helpline_split_undone_already');
  await refuseIfTied(tx, into);
  await moveBack(tx, { from, into, firstId: split.message_ids[0]! });
  await tx.updateTable('question_split').set({ undone_at: tx.now }).where('id', '=', splitId).execute();
  await leaveEmpty(tx, into.id);
  if (isOpen(into) && (from.state === 'answered' || from.state === 'closed')) await reopen(tx, from);
  await fileQuestion(tx, from.id);
  await fileQuestion(tx, into.id);
  await recordSplit(tx, 'question.split_undone', { fromId: from.id, intoId: into.id });
  return from.id;
});

const isOpen = ({ state }: Question) => state === 'waiting' || state === 'claimed';

async function splitHere(tx: Tx, splitId: string) {
  if (!isId(splitId)) throw new NotFound();
  const row = await tx
    .selectFrom('question_split')
    .select(['from_id', 'into_id', 'split_by', 'undone_at', 'message_ids'])
    .where('id', '=', splitId)
    .executeTakeFirst();
  return found(row);
}

/** What was merged with it or split off from it comes first: undone in the order in which it was done, backwards. */
async function refuseIfTied(tx: Tx, into: Question): Promise<void> {
  const tied = await tx
    .selectFrom('question_merge')
    .where((eb) => eb.or([eb('from_id', '=', into.id), eb('into_id', '=', into.id)]))
    .where('undone_at', 'is', null)
    .select('id')
    .unionAll(
      tx
        .selectFrom('question_split')
        .where('from_id', '=', into.id)
        .where('undone_at', 'is', null)
        .select('id'),
    )
    .executeTakeFirst();
  if (tied) throw new Conflict('helpline_split_undo_newer_first');
}

/** Its text is again the message that it was; the rest moves. */
async function moveBack(
  tx: Tx,
  { from, into, firstId }: { from: Question; into: Question; firstId: string },
): Promise<void> {
  await dropCopies(tx, from.id, into.id);
  await tx
    .updateTable('question_message')
    .set({ question_id: from.id })
    .where('question_id', '=', into.id)
    .execute();
  await tx
    .insertInto('question_message')
    .values({
      id: firstId,
      question_id: from.id,
      sender: 'asker',
      body: into.body,
      written_at: into.askedAt,
    })
    .execute();
  await tx.updateTable('question').set({ changed_at: tx.now }).where('id', '=', from.id).execute();
}

/** When both were answered together with a third, the answer is there already. */
const dropCopies = (tx: Tx, fromId: string, intoId: string) =>
  tx
    .deleteFrom('question_message')
    .where('question_id', '=', intoId)
    .where('sent_together', 'in', (eb) =>
      eb
        .selectFrom('question_message as there')
        .where('there.question_id', '=', fromId)
        .where('there.sent_together', 'is not', null)
        .select('there.sent_together'),
    )
    .execute();

/** The row stays, without words, so that links to it still lead somewhere. */
async function leaveEmpty(tx: Tx, id: string): Promise<void> {
  await tx
    .updateTable('question')
    .set({
      state: 'merged',
      title: '',
      body: '',
      holder_id: null,
      waits_until: null,
      closed_at: null,
      closed_by: null,
      changed_at: tx.now,
    })
    .where('id', '=', id)
    .execute();
  await endStep(tx, id, 'merged');
}
