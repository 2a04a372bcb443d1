import { sql } from 'kysely';
import { allow, Conflict, found, NotFound } from '#platform/errors.ts';
import { isId, newId } from '#platform/ids.ts';
import type { Tx } from '#platform/server/scope.ts';
import { verb } from '#platform/server/verb.ts';
import { record } from '#rooms/activity/server/index.ts';
import { markSeen } from '#rooms/notifications/server/index.ts';
import { canMerge, canUndoMerge, type Before } from '../merging.ts';
import type { Question } from '../question.ts';
import { setApart } from './apart.ts';
import { reopen } from './back.ts';
import { tellThoseWhoWatch } from './live.ts';
import { lockQuestion } from './seeing.ts';
import { endStep, worldOf } from './steps.ts';
import { claim } from './taking.ts';

export type Merge = { fromId: string; intoId: string };

/**
 * Two questions are answered as one from now on: the helper has both, one answer goes to each asker, and each asker
 * reads the own thread alone. Returns the id of the merge.
 */
export const mergeQuestions = verb('mergeQuestions', async (tx, { fromId, intoId }: Merge) => {
  await oneAtATime(tx);
  const into = await lockQuestion(tx, intoId);
  const from = await lockQuestion(tx, fromId);
  refuseIfOver(into, from);
  allow(canMerge(tx.actor, from, into));
  await refuseIfLeading(tx, fromId);
  if (into.holderId !== tx.actor.personId) await claim(tx, into);
  const mergeId = await insertMerge(tx, from, intoId);
  await tx
    .updateTable('question')
    .set({ state: 'merged', holder_id: null, waits_until: null, changed_at: tx.now })
    .where('id', '=', fromId)
    .execute();
  await endStep(tx, fromId, 'merged');
  await markSeen(tx, fromId);
  await markSeen(tx, intoId);
  await recordMerge(tx, 'question.merged', { from, into });
  return mergeId;
});

/** Two coaches who merge the same two in opposite directions would wait for each other. */
const oneAtATime = (tx: Tx) =>
  sql`select pg_advisory_xact_lock(hashtextextended(${`merge ${tx.actor.organisationId}`}, 0))`.execute(tx);

/** It was there when the page was opened. */
function refuseIfOver(...questions: Question[]): void {
  if (questions.some(({ state }) => state === 'closed' || state === 'merged'))
    throw new Conflict('helpline_merge_meanwhile');
}

/** Merges do not pile up: what others are answered together with stays in front. */
async function refuseIfLeading(tx: Tx, fromId: string): Promise<void> {
  const joined = await tx
    .selectFrom('question_merge')
    .select('id')
    .where('into_id', '=', fromId)
    .where('undone_at', 'is', null)
    .executeTakeFirst();
  if (joined) throw new Conflict('helpline_merge_other_way');
}

async function insertMerge(tx: Tx, from: Question, intoId: string): Promise<string> {
  const { state, holderId, waitsUntil } = from;
  const before = { state: state as Before['state'], holderId, waitsUntil } satisfies Before;
  const id = newId(tx.now.getTime());
  await tx
    .insertInto('question_merge')
    .values({
      id,
      from_id: from.id,
      into_id: intoId,
      merged_by: tx.actor.personId,
      merged_at: tx.now,
      before: JSON.stringify(before),
    })
    .execute();
  return id;
}

/**
 * The two stand apart again. What was answered together stays answered; what still waits goes back to whoever had it,
 * or is placed anew when its moment has passed or its helper is away.
 */
export const undoMerge = verb('undoMerge', async (tx, mergeId: string) => {
  const { from_id: fromId, into_id: intoId, merged_by: mergedBy } = await standing(tx, mergeId);
  const into = await lockQuestion(tx, intoId);
  const merged = await lockQuestion(tx, fromId);
  allow(canUndoMerge(tx.actor, into, mergedBy));
  if (merged.mergedInto !== intoId) throw new Conflict('helpline_merge_undone_already');
  const from = await setApart(tx, merged);
  if (await mustBePlacedAnew(tx, from)) await reopen(tx, from);
  await recordMerge(tx, 'question.merge_undone', { from, into });
  return { fromId, intoId };
});

async function standing(tx: Tx, mergeId: string) {
  if (!isId(mergeId)) throw new NotFound();
  const row = await tx
    .selectFrom('question_merge')
    .select(['from_id', 'into_id', 'merged_by', 'undone_at'])
    .where('id', '=', mergeId)
    .executeTakeFirst();
  const merge = found(row);
  // Both must be visible before anything is said about them.
  if (merge.undone_at === null) return merge;
  await lockQuestion(tx, merge.into_id);
  throw new Conflict('helpline_merge_undone_already');
}

async function mustBePlacedAnew(tx: Tx, question: Question): Promise<boolean> {
  if (question.state !== 'waiting' && question.state !== 'claimed') return false;
  const { waitsUntil, holderId } = question;
  if (waitsUntil === null || waitsUntil <= tx.now || holderId === null) return true;
  const chain = (await worldOf(tx, question)).chainAt(tx.now);
  return !chain.some(({ personId, from }) => personId === holderId && from < waitsUntil);
}

/** In the log of both questions, each naming the other; and whoever has them open sees it. */
async function recordMerge(tx: Tx, event: string, { from, into }: Record<'from' | 'into', Question>) {
  await record(tx, { event, subject: { kind: 'question', id: from.id }, particulars: { intoId: into.id } });
  await record(tx, { event, subject: { kind: 'question', id: into.id }, particulars: { fromId: from.id } });
  await tellThoseWhoWatch(tx, from);
  await tellThoseWhoWatch(tx, into);
}
