import { sql } from 'kysely';
import type { Tx } from '#platform/server/scope.ts';
import type { Theme } from '#rooms/organisations/themes.ts';
import { fullName } from '#rooms/people/name.ts';
import type { QuestionState } from '../question.ts';
import type { QuestionRow } from '../seen.ts';
import { visibleQuestions, type Among } from './seeing.ts';

/** Stands where a list of units may be empty. */
export const noUnit = '00000000-0000-0000-0000-000000000000';

/** Visible questions with the names a list needs, in one statement; of those among `ids` when these are given. */
export const rows = (tx: Tx, ids?: Among) =>
  tx
    .selectFrom(visibleQuestions(tx, ids).as('question'))
    .innerJoin('unit', 'unit.id', 'question.unit_id')
    .leftJoin('named as holder', 'holder.id', 'question.holder_id')
    .leftJoin('named as noter', 'noter.id', 'question.noted_by')
    .leftJoin('question_asker as asked', 'asked.question_id', 'question.id')
    .leftJoin('named as asker', 'asker.id', 'asked.person_id')
    // What went back to the question it was split off from is empty, and in no list.
    .where((eb) => eb.or([eb('question.state', '!=', 'merged'), eb('question.merged_into', 'is not', null)]))
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
      'question.urgent',
      'holder.first_name as holder_first',
      'holder.last_name as holder_last',
      'noter.first_name as noter_first',
      'noter.last_name as noter_last',
      'asker.first_name as asker_first',
      'asker.last_name as asker_last',
    ])
    // Kept from the asker's unit, it is of the helper's: that one does not belong beside the asker.
    .select(
      sql<string>`case when question.under_cover or question.outside_unit then '' else unit.name end`.as(
        'unit_name',
      ),
    );

export type Rows = ReturnType<typeof rows>;
export type Row = Awaited<ReturnType<Rows['execute']>>[number];

const named = (firstName: string | null, lastName: string | null): string | null =>
  firstName === null || lastName === null ? null : fullName({ firstName, lastName });

export const rowFrom = (row: Row, unseen: ReadonlySet<string>): QuestionRow => ({
  id: row.id,
  title: row.title,
  state: row.state as QuestionState,
  theme: row.theme as Theme | null,
  unitName: row.unit_name,
  askedAt: row.asked_at,
  changedAt: row.changed_at,
  waitsUntil: row.waits_until,
  holderName: named(row.holder_first, row.holder_last),
  askerName: named(row.asker_first, row.asker_last),
  noterName: named(row.noter_first, row.noter_last),
  isUrgent: row.urgent !== null,
  isMine: Boolean(row.is_mine),
  isNew: unseen.has(row.id),
});
