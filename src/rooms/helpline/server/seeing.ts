import { sql, type ExpressionBuilder } from 'kysely';
import type { DB } from '#db/types.ts';
import { isId } from '#platform/ids.ts';
import { found, NotFound } from '#platform/errors.ts';
import type { Tx } from '#platform/server/scope.ts';
import type { Theme } from '#rooms/organisations/themes.ts';
import type { Question, QuestionState } from '../question.ts';

/**
 * The questions this actor may read with their names, and no others (product.md, section 1): the own
 * ones; those one has or had, or was called in for; and, for a coach, the open ones of the unit that are neither
 * under cover nor asked outside that unit.
 * Outside this query a question does not exist.
 */
export function visibleQuestions(tx: Tx) {
  const query = tx
    .selectFrom('question')
    .select((eb) => [
      ...columns,
      isMine(eb, tx).as('is_mine'),
      isCalledIn(eb, tx).as('is_called_in'),
      eb
        .selectFrom('question_merge as joined')
        .whereRef('joined.from_id', '=', 'question.id')
        .where('joined.undone_at', 'is', null)
        .select('joined.into_id')
        .as('merged_into'),
    ]);
  if (tx.actor.kind === 'system') return query;
  const units = coachedUnits(tx);
  // A program never sees what was asked under cover, whoever it acts for.
  const open = tx.actor.kind === 'integration' ? query.where('question.under_cover', '=', false) : query;
  return open.where((eb) =>
    eb.or([
      isMine(eb, tx),
      hadTurn(eb, tx),
      isCalledIn(eb, tx),
      ...(units.length > 0
        ? [
            eb.and([
              eb('question.state', 'not in', ['closed', 'merged']),
              eb('question.under_cover', '=', false),
              eb('question.outside_unit', '=', false),
              eb('question.unit_id', 'in', units),
            ]),
          ]
        : []),
    ]),
  );
}

type Of = ExpressionBuilder<DB, 'question'>;

const one = sql<number>`1`.as('one');

const isMine = (eb: Of, tx: Tx) =>
  eb.exists(
    eb
      .selectFrom('question_asker as own')
      .whereRef('own.question_id', '=', 'question.id')
      .where('own.person_id', '=', tx.actor.personId)
      .select(one),
  );

const hadTurn = (eb: Of, tx: Tx) =>
  eb.exists(
    eb
      .selectFrom('question_step as turn')
      .whereRef('turn.question_id', '=', 'question.id')
      .where('turn.person_id', '=', tx.actor.personId)
      .select(one),
  );

const isCalledIn = (eb: Of, tx: Tx) =>
  eb.exists(
    eb
      .selectFrom('question_helper as called')
      .whereRef('called.question_id', '=', 'question.id')
      .where('called.person_id', '=', tx.actor.personId)
      .select(one),
  );

/** The units whose open questions a coach shares. */
export const coachedUnits = (tx: Tx): string[] =>
  tx.actor.roles.flatMap((role) => (role.kind === 'coach' && role.unitId ? [role.unitId] : []));

const columns = [
  'question.id',
  'question.unit_id',
  'question.theme',
  'question.title',
  'question.body',
  'question.under_cover',
  'question.outside_unit',
  'question.urgent',
  'question.noted_by',
  'question.state',
  'question.asked_at',
  'question.changed_at',
  'question.holder_id',
  'question.waits_until',
  'question.next_id',
  'question.round_started_at',
  'question.taps',
] as const;

type Row = Awaited<ReturnType<ReturnType<typeof visibleQuestions>['execute']>>[number];

export const questionFrom = (row: Row): Question => ({
  id: row.id,
  unitId: row.unit_id,
  theme: row.theme as Theme | null,
  title: row.title,
  body: row.body,
  underCover: row.under_cover,
  outsideUnit: row.outside_unit,
  urgent: row.urgent as Question['urgent'],
  notedById: row.noted_by,
  mergedInto: row.merged_into,
  state: row.state as QuestionState,
  askedAt: row.asked_at,
  changedAt: row.changed_at,
  holderId: row.holder_id,
  waitsUntil: row.waits_until,
  nextId: row.next_id,
  roundStartedAt: row.round_started_at,
  taps: row.taps as Question['taps'],
  isMine: Boolean(row.is_mine),
  isCalledIn: Boolean(row.is_called_in),
});

/** One question that the actor may see, or NotFound. */
export async function seenQuestion(tx: Tx, id: string): Promise<Question> {
  if (!isId(id)) throw new NotFound();
  return questionFrom(found(await visibleQuestions(tx).where('question.id', '=', id).executeTakeFirst()));
}

/** The same, and nobody else changes it until this transaction ends. */
export async function lockQuestion(tx: Tx, id: string): Promise<Question> {
  if (!isId(id)) throw new NotFound();
  const row = await visibleQuestions(tx)
    .where('question.id', '=', id)
    .forUpdate('question')
    .executeTakeFirst();
  return questionFrom(found(row));
}
