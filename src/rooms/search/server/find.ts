import { sql, type Expression, type RawBuilder } from 'kysely';
import type { Tx } from '#platform/server/scope.ts';
import { verb } from '#platform/server/verb.ts';
import { closeToBest, rankHits, withRarity } from '../rank.ts';
import { queryTerms, type QueryTerm } from '../terms.ts';
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
  const found = await ranked(tx, { text, limit, onlyClose }, { kinds: open, among: sql`` });
  return found.map((hit) => ({ ...hit, kind: hit.kind as OpenKind }));
}

/** What looks like the text among the subjects of one kind that `ids` selects: those that the actor may read. */
export const findAmong = (
  tx: Tx,
  wanted: { text: string; kind: DocumentKind; ids: Expression<{ id: string }>; limit: number },
): Promise<Found[]> =>
  ranked(tx, wanted, {
    kinds: [wanted.kind],
    among: sql`and p.document_id in (select id from search_document
                                     where kind = ${wanted.kind} and subject_id in ${wanted.ids})`,
  });

type Wanted = { text: string; limit: number; onlyClose?: boolean };

/** So many are weighed exactly; the database chooses them by what their terms are worth together. */
const weighed = 60;

type Met = {
  document_id: string;
  term: string;
  weight: number;
  held: number;
  kind: string;
  subject_id: string;
  title: string;
};

/** The postings that the terms meet, of the documents that promise most. `held`: in how many documents a term is. */
async function met(
  tx: Tx,
  terms: readonly QueryTerm[],
  { kinds, among }: { kinds: readonly DocumentKind[]; among: RawBuilder<unknown> },
): Promise<Met[]> {
  const worth = new Map<string, number>();
  for (const { term, weight } of terms) worth.set(term, Math.max(weight, worth.get(term) ?? 0));
  const { rows } = await sql<Met>`
    with asked as (
      select * from unnest(${[...worth.keys()]}::text[], ${[...worth.values()]}::real[]) as asked (term, worth)),
    met as (
      select p.document_id, p.term, p.weight, asked.worth, count(*) over (partition by p.term) as held
        from search_posting p join asked on asked.term = p.term
       where p.kind = any(${kinds}::text[]) ${among}),
    promising as (
      select document_id from met group by document_id
       order by sum(worth * weight / (1 + 0.5 * log(held))) desc, document_id limit ${sql.lit(weighed)})
    select met.document_id, met.term, met.weight, met.held, d.kind, d.subject_id, d.title
      from promising join met using (document_id) join search_document d on d.id = promising.document_id`.execute(
    tx,
  );
  return rows;
}

async function ranked(
  tx: Tx,
  { text, limit, onlyClose }: Wanted,
  where: { kinds: readonly DocumentKind[]; among: RawBuilder<unknown> },
): Promise<Found[]> {
  const terms = queryTerms(text.slice(0, longestQuery));
  if (terms.length === 0) return [];
  const rows = await met(tx, terms, where);
  const holding = new Map(rows.map((row) => [row.term, row.held]));
  const hits = rows.map((row) => ({ documentId: row.document_id, term: row.term, weight: row.weight }));
  const byId = new Map(rows.map((row) => [row.document_id, row]));
  const best = rankHits(withRarity(terms, holding), hits, limit);
  return (onlyClose ? closeToBest(best) : best).map(({ documentId, words }) => {
    const row = byId.get(documentId)!;
    return { kind: row.kind as DocumentKind, id: row.subject_id, title: row.title, why: words };
  });
}

export const search = verb('search', findLike);
