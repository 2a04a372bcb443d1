import type { Tx } from '#platform/server/scope.ts';
import { verb } from '#platform/server/verb.ts';
import { rankHits } from '../rank.ts';
import { queryTerms } from '../terms.ts';
import type { DocumentKind } from './file.ts';

export type Hit = {
  kind: DocumentKind;
  id: string;
  title: string;
  /** The words of the query that it was found by, as they were typed. */
  why: string[];
};

const longestQuery = 300;

/** What looks like the given text, best first. `kinds` empty means all. */
export async function findLike(
  tx: Tx,
  wanted: { text: string; kinds: readonly DocumentKind[]; limit: number },
): Promise<Hit[]> {
  const terms = queryTerms(wanted.text.slice(0, longestQuery));
  if (terms.length === 0) return [];
  let query = tx
    .selectFrom('search_posting')
    .innerJoin('search_document', 'search_document.id', 'search_posting.document_id')
    .select(['search_posting.document_id', 'term', 'weight', 'kind', 'subject_id', 'title'])
    .where('term', 'in', [...new Set(terms.map((one) => one.term))]);
  if (wanted.kinds.length > 0) query = query.where('kind', 'in', [...wanted.kinds]);
  const rows = await query.execute();
  const hits = rows.map((row) => ({ documentId: row.document_id, term: row.term, weight: row.weight }));
  const byId = new Map(rows.map((row) => [row.document_id, row]));
  return rankHits(terms, hits, wanted.limit).map(({ documentId, words }) => {
    const row = byId.get(documentId)!;
    return { kind: row.kind as DocumentKind, id: row.subject_id, title: row.title, why: words };
  });
}

export const search = verb('search', findLike);
