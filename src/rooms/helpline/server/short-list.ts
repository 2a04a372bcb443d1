import { sql, type SqlBool } from 'kysely';
import { Invalid } from '#platform/errors.ts';
import { seal, unseal } from '#platform/server/secrets.ts';
import type { Tx } from '#platform/server/scope.ts';
import { verb } from '#platform/server/verb.ts';
import { cursorFrom, type Cursor } from '../listing.ts';
import type { Narrow } from './lists.ts';

const longestPage = 200;

type Page = Narrow & { limit: number; after: string | null };

/**
 * What a coordinator sees of the open questions: unit, theme, state, since when; the oldest first. No text, no name, no
 * id: `more`, where the next page begins, is sealed because it holds one. A program is told of none under cover.
 */
export const questionsInShort = verb(
  'questionsInShort',
  async (tx, { after, ...page }: Page = { limit: longestPage, after: null }) => {
    const limit = Math.min(page.limit, longestPage);
    const found = await shortRows(tx, page, after === null ? null : unsealed(after))
      .limit(limit + 1)
      .execute();
    const last = found.length > limit ? found[limit - 1] : undefined;
    const rows = found
      .slice(0, limit)
      .map(({ unitName, theme, state, askedOn }) => ({ unitName, theme, state, askedOn }));
    return { rows, more: last ? sealed({ moment: last.asked_at, id: last.id }) : null };
  },
);

/** How long an open question is without an answer before the coordinator finds it on the start page. */
const longDays = 4;
const longestStart = 5;

/**
 * The open questions that nobody answered for days, the oldest first: what is told of them in questionsInShort. How
 * often one went from hand to hand is not: that would be a figure about one or two colleagues (product.md, promise 3).
 */
export const longWaiting = verb('longWaiting', async (tx) => {
  const before = new Date(tx.now.getTime() - longDays * 86_400_000);
  const found = await shortRows(tx, {}, null)
    .where('question.state', 'in', ['waiting', 'claimed'])
    .where('question.asked_at', '<', before)
    .limit(longestStart)
    .execute();
  return found.map(({ unitName, theme, askedOn }) => ({ unitName, theme, askedOn }));
});

function shortRows(tx: Tx, { state, unitId, theme }: Narrow, after: Cursor | null) {
  const query = tx
    .selectFrom('question')
    .innerJoin('unit', 'unit.id', 'question.unit_id')
    .where('question.state', 'not in', ['closed', 'merged'])
    .$if(tx.actor.kind === 'integration', (open) => open.where('question.under_cover', '=', false))
    .$if(Boolean(state), (open) => open.where('question.state', '=', state!))
    .$if(Boolean(unitId), (open) => open.where('question.unit_id', '=', unitId!))
    .$if(Boolean(theme), (open) => open.where(sql<SqlBool>`coalesce(question.theme, 'other') = ${theme}`))
    .select(['question.id', 'question.asked_at'])
    .select(['unit.name as unitName', 'question.theme', 'question.state'])
    .select(sql<string>`(question.asked_at at time zone 'Europe/Brussels')::date`.as('askedOn'))
    .orderBy('question.asked_at')
    .orderBy('question.id');
  if (!after) return query;
  return query.where(
    sql<SqlBool>`(question.asked_at, question.id) > (${after.moment}::timestamptz, ${after.id}::uuid)`,
  );
}

const place = { purpose: 'places in a list', about: 'questions in short' };

const sealed = ({ moment, id }: Cursor): string => seal(`${moment.getTime()}.${id}`, place);

function unsealed(text: string): Cursor {
  const cursor = cursorFrom(unseal(text, place));
  if (!cursor) throw new Invalid({ cursor: 'ui_error_field' });
  return cursor;
}
