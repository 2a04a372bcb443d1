import { allow, found } from '#platform/errors.ts';
import type { Tx } from '#platform/server/scope.ts';
import { verb } from '#platform/server/verb.ts';
import { record } from '#rooms/activity/server/index.ts';
import { withdrawNotices } from '#rooms/notifications/server/index.ts';
import type { Name } from '#rooms/people/name.ts';
import { namesOf } from '#rooms/people/server/index.ts';
import { canTakeBack, type Question } from '../question.ts';
import { deadline } from '../routing.ts';
import { askerOf, tellAsker } from './cover.ts';
import { lockQuestion } from './seeing.ts';
import { placed, worldOf } from './steps.ts';
import { hasReacted } from './thread.ts';
import { threadRow } from './thread-row.ts';

/**
 * "Neem terug": undoes "geef nu door" and "geef aan …" as long as the new one did nothing with it. Their turn never
 * was: they see the question no more. The clock of the one who takes it back begins anew. Returns whose it was.
 */
export const takeBack = verb('takeBack', async (tx, id: string): Promise<Name> => {
  const question = await lockQuestion(tx, id);
  const { messages, steps } = await threadRow(tx, id);
  allow(canTakeBack(tx.actor, question, { turns: steps, reacted: hasReacted({ messages, steps }) }));
  await backToLastTurn(tx, question);
  const mine = { personId: tx.actor.personId!, from: tx.now };
  const waitsUntil = deadline(await worldOf(tx, question), tx.now, mine);
  await tx
    .updateTable('question')
    .set(placed(tx, { waitsUntil, holderId: mine.personId }))
    .where('id', '=', id)
    .execute();
  await record(tx, { event: 'question.taken_back', subject: { kind: 'question', id } });
  await unsay(tx, question);
  await tellAsker(tx, question, 'question.moved_on');
  const holderId = found(question.holderId);
  return found((await namesOf(tx, [holderId])).get(holderId));
});

/** The one who had it for a moment hears no more of it; the asker only where it is now. */
async function unsay(tx: Tx, { id, holderId }: Question): Promise<void> {
  if (holderId) await withdrawNotices(tx, { personId: holderId, subjectId: id });
  const askerId = await askerOf(tx, id);
  if (askerId) await withdrawNotices(tx, { personId: askerId, subjectId: id, kind: 'question.moved_on' });
}

/** The turn that was begun for somebody else goes, the one before it runs again. */
async function backToLastTurn(tx: Tx, { id }: Question): Promise<void> {
  await tx.deleteFrom('question_step').where('question_id', '=', id).where('ended_at', 'is', null).execute();
  const last = tx
    .selectFrom('question_step as step')
    .select('step.id')
    .where('step.question_id', '=', id)
    .orderBy('step.started_at', 'desc')
    .orderBy('step.id', 'desc')
    .limit(1);
  await tx
    .updateTable('question_step')
    .set({ ended_at: null, ending: null })
    .where('id', '=', last)
    .execute();
}
