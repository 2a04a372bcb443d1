import { sql, type SqlBool } from 'kysely';
import { verb } from '#platform/server/verb.ts';
import type { Theme } from '#rooms/organisations/themes.ts';
import type { Cursor } from '../listing.ts';
import type { QuestionState } from '../question.ts';
import { rowFrom, rows } from './list-rows.ts';

/** What a program narrows its lists by. A question that was kept from the asker's unit is of none. */
export type Narrow = { state?: QuestionState | null; unitId?: string | null; theme?: Theme | null };

/** Every question this actor may read, newest first; `after` is where the page before ended. */
export const questionsISee = verb(
  'questionsISee',
  async (tx, { limit, after, ...narrow }: Narrow & { limit: number; after: Cursor | null }) => {
    let query = rows(tx);
    if (narrow.state) query = query.where('question.state', '=', narrow.state);
    if (narrow.unitId)
      query = query
        .where('question.unit_id', '=', narrow.unitId)
        .where('question.under_cover', '=', false)
        .where('question.outside_unit', '=', false);
    if (narrow.theme) query = query.where(ofTheme(narrow.theme));
    // By what it holds and not by the row: that one may be out of sight by now.
    if (after)
      query = query.where(
        sql<SqlBool>`(question.asked_at, question.id) < (${after.moment}::timestamptz, ${after.id}::uuid)`,
      );
    const found = await query
      .orderBy('question.asked_at', 'desc')
      .orderBy('question.id', 'desc')
      .limit(Math.min(limit, 100))
      .execute();
    return found.map((row) => rowFrom(row, new Set()));
  },
);

/** Nobody chose a theme: that is "iets anders" too. */
const ofTheme = (theme: Theme) => sql<SqlBool>`coalesce(question.theme, 'other') = ${theme}`;
