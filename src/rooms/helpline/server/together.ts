import { newId } from '#platform/ids.ts';
import type { Tx } from '#platform/server/scope.ts';
import { notify } from '#rooms/notifications/server/index.ts';
import type { Before } from '../merging.ts';
import type { Question } from '../question.ts';
import { askerOf } from './cover.ts';

// What two questions that are answered as one still do together. Messages stay with the question they were written
// for; only an answer, or that somebody calls or comes, goes to each of them, as rows with one `sent_together`.

/** The questions that are answered together with this one, locked until the transaction ends. */
export async function lockJoined(tx: Tx, intoId: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('question')
    .innerJoin('question_merge as merge', 'merge.from_id', 'question.id')
    .where('merge.into_id', '=', intoId)
    .where('merge.undone_at', 'is', null)
    .where('question.state', '=', 'merged')
    .select('question.id')
    .orderBy('question.id')
    .forUpdate('question')
    .execute();
  return rows.map(({ id }) => id);
}

/** What a helper just said to the asker. `notice`: the kind of what they are told. */
export type SaidTo = { questionId: string; messageId: string; notice: string };

/** It is also said to whoever asked what is answered together with it, each in the own thread. */
export async function sayTogether(tx: Tx, { questionId, messageId, notice }: SaidTo): Promise<void> {
  const joined = await lockJoined(tx, questionId);
  if (joined.length === 0) return;
  const together = newId();
  const { body, kind } = await tx
    .updateTable('question_message')
    .set({ sent_together: together })
    .where('id', '=', messageId)
    .returning(['body', 'kind'])
    .executeTakeFirstOrThrow();
  const copies = joined.map((id) => ({
    id: newId(tx.now.getTime()),
    question_id: id,
    sender: 'helper',
    kind,
    author_id: tx.actor.personId,
    body,
    written_at: tx.now,
    sent_together: together,
  }));
  await tx.insertInto('question_message').values(copies).execute();
  await tx.updateTable('question').set({ changed_at: tx.now }).where('id', 'in', joined).execute();
  await tellAskers(tx, joined, notice);
}

/** Whoever asked what is answered together with it hears what its own asker hears. */
export const tellJoined = async (tx: Tx, intoId: string, kind: string): Promise<void> =>
  tellAskers(tx, await lockJoined(tx, intoId), kind);

async function tellAskers(tx: Tx, questionIds: readonly string[], kind: string): Promise<void> {
  for (const id of questionIds) {
    const personId = await askerOf(tx, id);
    if (personId) await notify(tx, { personId, kind, subjectId: id });
  }
}

/** The merge that a question stands in, with what it was before and who had it answered meanwhile. */
export async function standingMerge(tx: Tx, fromId: string) {
  const row = await tx
    .selectFrom('question_merge as merge')
    .innerJoin('question as lead', 'lead.id', 'merge.into_id')
    .where('merge.from_id', '=', fromId)
    .where('merge.undone_at', 'is', null)
    .select(['merge.id', 'merge.into_id', 'merge.before'])
    .select(['lead.state', 'lead.holder_id', 'lead.waits_until'])
    .select((eb) =>
      eb
        .exists(
          eb
            .selectFrom('question_message as copy')
            .whereRef('copy.question_id', '=', 'merge.from_id')
            .whereRef('copy.written_at', '>=', 'merge.merged_at')
            .where('copy.kind', '=', 'text')
            .where('copy.sent_together', 'is not', null)
            .select('copy.id'),
        )
        .as('is_answered'),
    )
    .executeTakeFirst();
  if (!row) return null;
  const before = beforeFrom(row.before);
  const answeredBy = row.is_answered ? (row.holder_id ?? before.holderId) : null;
  return { id: row.id, intoId: row.into_id, before, answeredBy, lead: row };
}

/** As it was written down: JSON knows no moments. */
const beforeFrom = (json: unknown): Before => {
  const kept = json as Omit<Before, 'waitsUntil'> & { waitsUntil: string | null };
  return { ...kept, waitsUntil: kept.waitsUntil === null ? null : new Date(kept.waitsUntil) };
};

/**
 * A merged question as its asker should read it: it is with whoever has the one it is answered together with, until
 * the answer came.
 */
export async function asOne(tx: Tx, question: Question): Promise<Question> {
  const merge = question.state === 'merged' ? await standingMerge(tx, question.id) : null;
  if (!merge) return question;
  const { lead, before, answeredBy } = merge;
  const holderId = lead.holder_id;
  if (answeredBy !== null || before.state === 'answered')
    return { ...question, state: 'answered', holderId, waitsUntil: null };
  const state = lead.state as Question['state'];
  return { ...question, state, holderId, waitsUntil: lead.waits_until };
}
