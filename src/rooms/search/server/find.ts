import { sql, type Expression } from 'kysely';
import type { Tx } from '#platform/server/scope.ts';
import { verb } from '#platform/server/verb.ts';
import { closeToBest, rankHits } from '../rank.ts';
import { queryTerms } from '../terms.ts';
import { openKinds, type DocumentKind, type OpenKind } from './file.ts';

export type Found = {
  kind: DocumentKind;
  id: string;
  title: string;
  /** The words of the query that it was found by, as they were typed. */
  why: string[];
};

/** One that everybody in the organisation may open. */
export type Hit = Found & { kind: OpenKind };

const longestQuery = 300;

/**
 * What looks like the given text among what everybody may find, best first. `kinds` empty means all of that;
 * `onlyClose` leaves out what fits far less than the best.
 */
export async function findLike(
  tx: Tx,
  { text, kinds, limit, onlyClose }: Wanted & { kinds: readonly OpenKind[] },
): Promise<Hit[]> {
  // Said here and not left to the type: what comes from outside must never reach a question.
  const open = openKinds.filter((kind) => kinds.length === 0 || kinds.includes(kind));
  if (open.length === 0) return [];
  const found = await ranked(tx, { text, limit, onlyClose }, (posting) => posting.where('kind', 'in', open));
  return found.map((hit) => ({ ...hit, kind: hit.kind as OpenKind }));
}

/** What looks like the text among the subjects of one kind that `ids` selects: those that the actor may read. */
export const findAmong = (
  tx: Tx,
  wanted: { text: string; kind: DocumentKind; ids: Expression<{ id: string }>; limit: number },
): Promise<Found[]> =>
  ranked(tx, wanted, (posting) =>
    posting.where('kind', '=', wanted.kind).where(sql<boolean>`subject_id in ${wanted.ids}`),
  );

type Wanted = { text: string; limit: number; onlyClose?: boolean };
type Postings = ReturnType<typeof postings>;

const postings = (tx: Tx, terms: readonly string[]) =>
  tx
    .selectFrom('search_posting')
    .innerJoin('search_document', 'search_document.id', 'search_posting.document_id')
    .select(['search_posting.document_id', 'term', 'weight', 'kind', 'subject_id', 'title'])
    .where('term', 'in', terms);

async function ranked(
  tx: Tx,
  { text, limit, onlyClose }: Wanted,
  narrow: (query: Postings) => Postings,
): Promise<Found[]> {
  const terms = queryTerms(text.slice(0, longestQuery));
  if (terms.length === 0) return [];
  const rows = await narrow(postings(tx, [...new Set(terms.map((one) => one.term))])).execute();
  const hits = rows.map((row) => ({ documentId: row.document_id, term: row.term, weight: row.weight }));
  const byId = new Map(rows.map((row) => [row.document_id, row]));
  const best = rankHits(terms, hits, limit);
  return (onlyClose ? closeToBest(best) : best).map(({ documentId, words }) => {
    const row = byId.get(documentId)!;
    return { kind: row.kind as DocumentKind, id: row.subject_id, title: row.title, why: words };
  });
}

export const search = verb('search', findLike);
