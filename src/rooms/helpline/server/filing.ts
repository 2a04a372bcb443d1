import type { Tx } from '#platform/server/scope.ts';
import { fileDocument, unfileDocument } from '#rooms/search/server/index.ts';

/**
 * Files a question and its thread, for search by whoever may read it. Part of the transaction of whatever changes its
 * words. Under cover nothing is filed; notes are left out, because the asker finds the own questions too.
 */
export async function fileQuestion(tx: Tx, id: string): Promise<void> {
  const question = await tx
    .selectFrom('question')
    .select(['title', 'body', 'under_cover'])
    .where('id', '=', id)
    .executeTakeFirst();
  if (!question || question.under_cover) return;
  if (question.body === '') return unfileDocument(tx, 'question', id);
  const messages = await tx
    .selectFrom('question_message')
    .select('body')
    .where('question_id', '=', id)
    .where('kind', '!=', 'note')
    .orderBy('written_at')
    .execute();
  const body = [question.body, ...messages.map((message) => message.body)].join('\n');
  await fileDocument(tx, { kind: 'question', subjectId: id, title: question.title, body });
}
