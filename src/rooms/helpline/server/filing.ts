import { inOrganisation, type Actor, type Tx } from '#platform/server/scope.ts';
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

const atOnce = 50;

/** Files what was asked before questions were filed, a few in each transaction. What is filed already is left alone. */
export async function fileMissing(actor: Actor): Promise<void> {
  let filed = atOnce;
  while (filed === atOnce) filed = await inOrganisation(actor, fileSome);
}

/** Returns how many. Whoever writes in one of them meanwhile waits, so that nothing of it is missed. */
async function fileSome(tx: Tx): Promise<number> {
  const missing = await tx
    .selectFrom('question')
    .select('id')
    .where('under_cover', '=', false)
    .where('body', '!=', '')
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('search_document as filed')
            .select('filed.id')
            .where('filed.kind', '=', 'question')
            .whereRef('filed.subject_id', '=', 'question.id'),
        ),
      ),
    )
    .orderBy('id')
    .limit(atOnce)
    .forUpdate()
    .skipLocked()
    .execute();
  for (const { id } of missing) await fileQuestion(tx, id);
  return missing.length;
}
