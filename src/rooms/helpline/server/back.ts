import { newId } from '#platform/ids.ts';
import { allow } from '#platform/errors.ts';
import type { Tx } from '#platform/server/scope.ts';
import { verb } from '#platform/server/verb.ts';
import { record } from '#rooms/activity/server/index.ts';
import { notify } from '#rooms/notifications/server/index.ts';
import type { Back } from '../forms.ts';
import { canStart, canWriteBack, type Question, type StepReason } from '../question.ts';
import { deadline, place } from '../routing.ts';
import { lockQuestion } from './seeing.ts';
import { beginStep, placed, routingWorld } from './steps.ts';

/**
 * The asker writes back. "Ik zit nog vast" makes an answered or closed question wait again; a thank-you
 * never does.
 */
export const writeBack = verb('writeBack', async (tx, id: string, { body, stuck }: Back) => {
  const question = await lockQuestion(tx, id);
  allow(canWriteBack(tx.actor, question));
  const messageId = newId(tx.now.getTime());
  await tx
    .insertInto('question_message')
    .values({ id: messageId, question_id: id, sender: 'asker', body, written_at: tx.now })
    .execute();
  await tx.updateTable('question').set({ changed_at: tx.now }).where('id', '=', id).execute();
  const event = stuck && canStart('reopen', question.state) ? 'question.reopened' : 'question.written_back';
  if (event === 'question.reopened') await reopen(tx, question);
  else if (question.holderId)
    await notify(tx, { personId: question.holderId, kind: 'question.written_back', subjectId: id });
  await record(tx, { event, subject: { kind: 'question', id }, particulars: { messageId }, byAsker: true });
  return messageId;
});

/** Back to whoever helped before, if they are there; else to the first of the chain. */
async function reopen(tx: Tx, question: Question): Promise<void> {
  const world = await routingWorld(tx, { ...question, askerId: tx.actor.personId });
  const before = world
    .chainAt(tx.now)
    .find((candidate) => candidate.personId === question.holderId && candidate.thereNow);
  const placement = before
    ? { holder: before, ...deadline(world, tx.now, before, [before.personId]) }
    : place(world, tx.now, []);
  const holderId = placement.holder.personId;
  const reason: StepReason = before ? { kind: 'again' } : placement.holder.reason;
  await tx
    .updateTable('question')
    .set({
      ...placed(tx, { ...placement, holderId }),
      closed_at: null,
      closed_by: null,
      round_started_at: tx.now,
    })
    .where('id', '=', question.id)
    .execute();
  await beginStep(tx, {
    questionId: question.id,
    personId: holderId,
    reason,
    from: placement.holder.from,
    ending: 'taken',
  });
  const kind = holderId === question.holderId ? 'question.waiting' : 'question.moved_to_you';
  await notify(tx, { personId: holderId, kind, subjectId: question.id });
}
