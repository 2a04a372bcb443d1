import type { Tx } from '#platform/server/scope.ts';
import { notify } from '#rooms/notifications/server/index.ts';
import { aloneAgain, type Before } from '../merging.ts';
import type { Question } from '../question.ts';
import { beginStep } from './steps.ts';
import { asOne, lockJoined, standingMerge } from './together.ts';

/**
 * Ends the merge of a locked question: it stands alone again, answered or as it was before. Returns it as it is now;
 * one that is in no merge comes back unchanged. Tells nobody.
 */
export async function setApart(tx: Tx, question: Question): Promise<Question> {
  const again = question.state === 'merged' ? await endMerge(tx, question.id) : null;
  return again ? { ...question, ...again, mergedInto: null } : question;
}

/** Whoever is still stuck after an answer that several got goes on alone; anything else is said to both at once. */
export const apartIfStuck = async (tx: Tx, question: Question): Promise<Question> =>
  (await asOne(tx, question)).state === 'answered' ? setApart(tx, question) : question;

/** The question that leads is closed: what was to be answered together with it goes on alone, and nobody waits in vain. */
export async function setJoinedApart(tx: Tx, intoId: string): Promise<void> {
  for (const id of await lockJoined(tx, intoId)) {
    const again = await endMerge(tx, id);
    if (again?.holderId && again.state !== 'answered')
      await notify(tx, { personId: again.holderId, kind: 'question.waiting', subjectId: id });
  }
}

async function endMerge(tx: Tx, questionId: string): Promise<Before | null> {
  const merge = await standingMerge(tx, questionId);
  if (!merge) return null;
  await tx.updateTable('question_merge').set({ undone_at: tx.now }).where('id', '=', merge.id).execute();
  const again = aloneAgain(merge.before, merge.answeredBy);
  await tx
    .updateTable('question')
    .set({
      state: again.state,
      holder_id: again.holderId,
      waits_until: again.waitsUntil,
      changed_at: tx.now,
    })
    .where('id', '=', questionId)
    .execute();
  if (again.holderId) await resumeTurn(tx, questionId, again.holderId);
  return again;
}

/** The turn that the merge ended goes on, if it is still the same helper's. */
async function resumeTurn(tx: Tx, questionId: string, personId: string): Promise<void> {
  const last = await tx
    .selectFrom('question_step')
    .select(['id', 'person_id', 'ending'])
    .where('question_id', '=', questionId)
    .orderBy('started_at', 'desc')
    .orderBy('id', 'desc')
    .executeTakeFirst();
  if (last?.person_id !== personId || last.ending !== 'merged')
    return beginStep(tx, { questionId, personId, reason: { kind: 'claimed' }, ending: 'merged' });
  await tx
    .updateTable('question_step')
    .set({ ended_at: null, ending: null })
    .where('id', '=', last.id)
    .execute();
}
