import { sql } from 'kysely';
import type { Tx } from '#platform/server/scope.ts';
import { verb } from '#platform/server/verb.ts';
import type { Theme } from '#rooms/organisations/themes.ts';
import { findAmong } from '#rooms/search/server/index.ts';
import { cursorFrom, cursorOf, urgentFirst, type ListName } from '../listing.ts';
import type { QuestionRow } from '../seen.ts';
import { rowFrom, type Rows } from './list-rows.ts';
import { inOrder, narrowed, orders } from './narrow.ts';
import { unseenHere } from './waiting.ts';

const longestPage = 60;

export type ListFilter = {
  list: ListName;
  theme: Theme | null;
  /** Words to find; then the best fits, at most one page. */
  search: string;
  /** The cursor that the page before gave; null for the first page. */
  after: string | null;
  limit: number;
};

/**
 * One page of one list: what waits for me by the moment it moves on and what is open in my unit by age, each with what
 * cannot wait first; what I helped with, noted for others and asked by latest movement. `more` is the cursor of the
 * next page, null on the last.
 */
export const questionsListed = verb('questionsListed', async (tx, filter: ListFilter) => {
  const limit = Math.min(filter.limit, longestPage);
  const listed = narrowed(tx, filter);
  const found = filter.search
    ? await searched(tx, listed, { text: filter.search, limit })
    : await page(listed, { ...filter, limit: limit + 1 });
  const unseen = await unseenHere(tx);
  const shown: QuestionRow[] = found.slice(0, limit).map((row) => rowFrom(row, unseen));
  const last = found.length > limit ? shown.at(-1) : undefined;
  return { rows: shown, more: last ? cursorOf(filter.list, last) : null, now: tx.now };
});

function page(query: Rows, { list, after, limit }: Pick<ListFilter, 'list' | 'after' | 'limit'>) {
  const { by, way } = orders[list];
  const cursor = cursorFrom(after);
  const listed = inOrder(query, list).limit(limit);
  if (!cursor) return listed.execute();
  const here = sql`${sql.ref(`question.${by}`)}, question.id`;
  const there = sql`${cursor.moment}::timestamptz, ${cursor.id}::uuid`;
  const beyond = urgentFirst(list)
    ? sql<boolean>`(question.urgent is null, ${here}) > (${!cursor.urgent}::boolean, ${there})`
    : sql<boolean>`(${here}) ${sql.raw(way === 'asc' ? '>' : '<')} (${there})`;
  return listed.where(beyond).execute();
}

/** Best fit first. What may be found is limited to the list itself, in the same statement. */
async function searched(tx: Tx, query: Rows, { text, limit }: { text: string; limit: number }) {
  const ids = query.clearSelect().select('question.id');
  const hits = await findAmong(tx, { text, kind: 'question', ids, limit });
  if (hits.length === 0) return [];
  const order = new Map(hits.map(({ id }, at) => [id, at]));
  const found = await query.where('question.id', 'in', [...order.keys()]).execute();
  return found.toSorted((one, other) => order.get(one.id)! - order.get(other.id)!);
}
