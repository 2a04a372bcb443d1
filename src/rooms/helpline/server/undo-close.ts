import { allow } from '#platform/errors.ts';
import type { Tx } from '#platform/server/scope.ts';
import { verb } from '#platform/server/verb.ts';
import { record } from '#rooms/activity/server/index.ts';
import { canUndoClose } from '../question.ts';
import { after, claimedForMinutes } from '../routing.ts';
import { lockQuestion } from './seeing.ts';
import { worldOf } from './steps.ts';

/** Undoes "mondeling opgelost": answered if there was an answer, else this helper is at it again. */
export const undoClose = verb('undoClose', async (tx, id: string) => {
  const question = await lockQuestion(tx, id);
  allow(canUndoClose(tx.actor, question, tx.now));
  const world = await worldOf(tx, question);
  const open = (await hasAnswer(tx, id))
    ? { state: 'answered', waits_until: null }
    : { state: 'claimed', waits_until: after(world.calendar, tx.now, claimedForMinutes) };
  await tx
    .updateTable('question')
    .set({ ...open, closed_at: null, closed_by: null, changed_at: tx.now })
    .where('id', '=', id)
    .execute();
  await tx
    .updateTable('question_step')
    .set({ ended_at: null, ending: null })
    .where('question_id', '=', id)
    .where('ended_at', '=', question.closedAt)
    .where('ending', '=', 'closed')
    .execute();
  await record(tx, { event: 'question.close_undone', subject: { kind: 'question', id } });
});

async function hasAnswer(tx: Tx, questionId: string): Promise<boolean> {
  const answer = await tx
    .selectFrom('question_message')
    .select('id')
    .where('question_id', '=', questionId)
    .where('sender', '=', 'helper')
    .where('kind', '=', 'text')
    .executeTakeFirst();
  return answer !== undefined;
}
