import { sql } from 'kysely';
import type { Tx } from '#platform/server/scope.ts';
import { verb } from '#platform/server/verb.ts';
import { unseenSubjects } from '#rooms/notifications/server/index.ts';
import type { Theme } from '#rooms/organisations/themes.ts';
import type { QuestionState } from '../question.ts';
import type { QuestionRow } from '../seen.ts';
import { coachedUnits, visibleQuestions } from './seeing.ts';

const longestList = 60;

/** Visible questions with the names a list needs, in one statement. */
const rows = (tx: Tx) =>
  tx
    .selectFrom(visibleQuestions(tx).as('question'))
    .innerJoin('unit', 'unit.id', 'question.unit_id')
    .leftJoin('person as holder', 'holder.id', 'question.holder_id')
    .leftJoin('question_asker as asked', 'asked.question_id', 'question.id')
    .leftJoin('person as asker', 'asker.id', 'asked.person_id')
    .select([
      'question.id',
      'question.title',
      'question.state',
      'question.theme',
      'question.asked_at',
      'question.changed_at',
      'question.waits_until',
      'question.is_mine',
      'question.holder_id',
      'question.unit_id',
      'unit.name as unit_name',
      'holder.first_name as holder_name',
    ])
    .select(sql<string | null>`asker.first_name || ' ' || asker.last_name`.as('asker_name'));

type Row = Awaited<ReturnType<ReturnType<typeof rows>['execute']>>[number];

const rowFrom = (row: Row, unseen: ReadonlySet<string>): QuestionRow => ({
  id: row.id,
  title: row.title,
  state: row.state as QuestionState,
  theme: row.theme as Theme | null,
  unitName: row.unit_name,
  askedAt: row.asked_at,
  changedAt: row.changed_at,
  waitsUntil: row.waits_until,
  holderName: row.holder_name,
  askerName: row.asker_name,
  isMine: Boolean(row.is_mine),
  isNew: unseen.has(row.id),
});

/** What the person asked, the latest movement first. */
export const myQuestions = verb('myQuestions', async (tx, filter: { limit: number }) => {
  const found = await rows(tx)
    .where('question.is_mine', '=', true)
    .orderBy('question.changed_at', 'desc')
    .limit(Math.min(filter.limit, longestList))
    .execute();
  const unseen = await unseenSubjects(tx);
  return { rows: found.map((row) => rowFrom(row, unseen)), now: tx.now };
});

/**
 * The three lists of whoever helps: what waits for me (by the moment it moves on), what is open in my
 * unit, and what I helped with before.
 */
export const questionsForMe = verb('questionsForMe', async (tx) => {
  const me = tx.actor.personId;
  const units = coachedUnits(tx);
  const unseen = await unseenSubjects(tx);
  const others = () => rows(tx).where('question.is_mine', '=', false).limit(longestList);
  const mine = await others()
    .where('question.holder_id', '=', me)
    .where('question.state', 'in', ['waiting', 'claimed'])
    .orderBy('question.waits_until')
    .execute();
  const ofUnit = units.length
    ? await others()
        .where('question.unit_id', 'in', units)
        .where('question.state', 'in', ['waiting', 'claimed'])
        .where((eb) => eb.or([eb('question.holder_id', 'is', null), eb('question.holder_id', '!=', me)]))
        .orderBy('question.asked_at')
        .execute()
    : [];
  const done = await others()
    .where((eb) =>
      eb.or([
        eb('question.state', '=', 'closed'),
        eb.and([eb('question.holder_id', '=', me), eb('question.state', '=', 'answered')]),
      ]),
    )
    .orderBy('question.changed_at', 'desc')
    .execute();
  const shown = (list: Row[]) => list.map((row) => rowFrom(row, unseen));
  return { mine: shown(mine), ofUnit: shown(ofUnit), done: shown(done), now: tx.now };
});

/** Every question this actor may read, newest first; `after` is the id of the last one of the page before. */
export const questionsISee = verb(
  'questionsISee',
  async (tx, filter: { limit: number; state: QuestionState | null; after: string | null }) => {
    let query = rows(tx);
    if (filter.state) query = query.where('question.state', '=', filter.state);
    if (filter.after) {
      const last = tx.selectFrom(visibleQuestions(tx).as('last')).where('id', '=', filter.after);
      query = query.where(
        sql<boolean>`(question.asked_at, question.id) < (${last.select('asked_at')}, ${filter.after}::uuid)`,
      );
    }
    const found = await query
      .orderBy('question.asked_at', 'desc')
      .orderBy('question.id', 'desc')
      .limit(Math.min(filter.limit, 100))
      .execute();
    return found.map((row) => rowFrom(row, new Set()));
  },
);

/** What a coordinator sees of the open questions: unit, theme, state, since when. No text, no name. */
export const questionsInShort = verb('questionsInShort', (tx) =>
  tx
    .selectFrom('question')
    .innerJoin('unit', 'unit.id', 'question.unit_id')
    .where('question.state', '!=', 'closed')
    .select(['unit.name as unitName', 'question.theme', 'question.state'])
    .select(sql<string>`(question.asked_at at time zone 'Europe/Brussels')::date`.as('askedOn'))
    .orderBy('askedOn')
    .limit(200)
    .execute(),
);
