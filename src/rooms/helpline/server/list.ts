import { sql } from 'kysely';
import type { Tx } from '#platform/server/scope.ts';
import { verb } from '#platform/server/verb.ts';
import { unseenSubjects } from '#rooms/notifications/server/index.ts';
import type { Theme } from '#rooms/organisations/themes.ts';
import { findAmong } from '#rooms/search/server/index.ts';
import { cursorFrom, cursorOf, type ListName } from '../listing.ts';
import type { QuestionRow } from '../seen.ts';
import { noUnit, rowFrom, rows, type Rows } from './list-rows.ts';
import { coachedUnits } from './seeing.ts';

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
 * One page of one list: what waits for me by the moment it moves on, what is open in my unit by age, what I helped
 * with and what I asked by latest movement. `more` is the cursor of the next page, null on the last.
 */
export const questionsListed = verb('questionsListed', async (tx, filter: ListFilter) => {
  const limit = Math.min(filter.limit, longestPage);
  const listed = narrowed(tx, filter);
  const found = filter.search
    ? await searched(tx, listed, { text: filter.search, limit })
    : await page(listed, { ...filter, limit: limit + 1 });
  const unseen = await unseenSubjects(tx);
  const shown: QuestionRow[] = found.slice(0, limit).map((row) => rowFrom(row, unseen));
  const last = found.length > limit ? shown.at(-1) : undefined;
  return { rows: shown, more: last ? cursorOf(filter.list, last) : null, now: tx.now };
});

/** How much waits for me and in my unit, and whether I help at all. `unit` is null for whoever coaches none. */
export const listsForMe = verb('listsForMe', async (tx) => {
  const countOf = async (list: ListName) => {
    const ids = narrowed(tx, { list, theme: null }).clearSelect().select('question.id');
    const row = await tx
      .selectFrom(ids.as('listed'))
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow();
    return Number(row.count);
  };
  const turn = await turnsOf(tx).limit(1).executeTakeFirst();
  return {
    forMe: await countOf('for_me'),
    unit: coachedUnits(tx).length > 0 ? await countOf('unit') : null,
    helped: turn !== undefined,
  };
});

/** The visible questions of a list. Each begins at an index: by holder, by unit, by whose turn it was, by asker. */
export function narrowed(tx: Tx, { list, theme }: Pick<ListFilter, 'list' | 'theme'>): Rows {
  const query = themed(rows(tx), theme);
  const me = tx.actor.personId;
  const others = query.where('question.is_mine', '=', false);
  switch (list) {
    case 'mine':
      return query.where('question.id', 'in', (eb) =>
        eb.selectFrom('question_asker as own').where('own.person_id', '=', me).select('own.question_id'),
      );
    case 'for_me':
      return others.where('question.state', 'in', ['waiting', 'claimed']).where('question.id', 'in', (eb) =>
        eb
          .selectFrom('question as held')
          .where('held.holder_id', '=', me)
          .where('held.state', 'in', ['waiting', 'claimed'])
          .select('held.id as question_id')
          .union(calledInOf(tx).where('called.done_at', 'is', null)),
      );
    case 'unit':
      return others
        .where('question.state', 'in', ['waiting', 'claimed'])
        .where('question.unit_id', 'in', [...coachedUnits(tx), noUnit])
        .where((eb) => eb.or([eb('question.holder_id', 'is', null), eb('question.holder_id', '!=', me)]));
    case 'done':
      return others
        .where('question.id', 'in', turnsOf(tx).union(calledInOf(tx)))
        .where((eb) =>
          eb.or([
            eb('question.state', '=', 'closed'),
            eb.and([eb('question.holder_id', '=', me), eb('question.state', '=', 'answered')]),
            eb('question.id', 'in', calledInOf(tx).where('called.done_at', 'is not', null)),
          ]),
        );
  }
}

const turnsOf = (tx: Tx) =>
  tx
    .selectFrom('question_step as turn')
    .where('turn.person_id', '=', tx.actor.personId)
    .select('turn.question_id');

const calledInOf = (tx: Tx) =>
  tx
    .selectFrom('question_helper as called')
    .where('called.person_id', '=', tx.actor.personId)
    .select('called.question_id');

/** Nobody chose a theme: that is "iets anders" too. */
const themed = (query: Rows, theme: Theme | null): Rows => {
  if (theme === null) return query;
  if (theme !== 'other') return query.where('question.theme', '=', theme);
  return query.where((eb) => eb.or([eb('question.theme', '=', theme), eb('question.theme', 'is', null)]));
};

const orders = {
  for_me: { by: 'waits_until', way: 'asc' },
  unit: { by: 'asked_at', way: 'asc' },
  done: { by: 'changed_at', way: 'desc' },
  mine: { by: 'changed_at', way: 'desc' },
} as const;

function page(query: Rows, { list, after, limit }: Pick<ListFilter, 'list' | 'after' | 'limit'>) {
  const { by, way } = orders[list];
  const cursor = cursorFrom(after);
  const column = sql.ref(`question.${by}`);
  const beyond = sql.raw(way === 'asc' ? '>' : '<');
  const rest = cursor
    ? query.where(
        sql<boolean>`(${column}, question.id) ${beyond} (${cursor.moment}::timestamptz, ${cursor.id}::uuid)`,
      )
    : query;
  return rest.orderBy(`question.${by}`, way).orderBy('question.id', way).limit(limit).execute();
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
