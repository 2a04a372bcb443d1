import { newId } from '#platform/ids.ts';
import type { Tx } from '#platform/server/scope.ts';
import { documentTerms } from '../terms.ts';

/** What everybody in the organisation may find, and what only whoever may read it finds (`findAmong`). */
export const openKinds = ['tip', 'answer', 'problem'] as const;
export type OpenKind = (typeof openKinds)[number];
export type DocumentKind = OpenKind | 'question';

/** Files a text under its terms, in place of what stood there. Called by the room that owns the text. */
export async function fileDocument(
  tx: Tx,
  document: { kind: DocumentKind; subjectId: string; title: string; body: string },
): Promise<void> {
  const { id } = await tx
    .insertInto('search_document')
    .values({ id: newId(), kind: document.kind, subject_id: document.subjectId, title: document.title })
    .onConflict((conflict) =>
      conflict.columns(['organisation_id', 'kind', 'subject_id']).doUpdateSet({ title: document.title }),
    )
    .returning('id')
    .executeTakeFirstOrThrow();
  await tx.deleteFrom('search_posting').where('document_id', '=', id).execute();
  const { kind } = document;
  const postings = [...documentTerms(document)].map(([term, weight]) => ({
    ...{ kind, term, weight },
    document_id: id,
  }));
  if (postings.length > 0) await tx.insertInto('search_posting').values(postings).execute();
}

/** Takes a text out of what can be found. */
export async function unfileDocument(tx: Tx, kind: DocumentKind, subjectId: string): Promise<void> {
  await tx
    .deleteFrom('search_document')
    .where('kind', '=', kind)
    .where('subject_id', '=', subjectId)
    .execute();
}
