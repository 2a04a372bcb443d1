import { sql, type Expression, type RawBuilder } from 'kysely';
import { isId } from '#platform/ids.ts';
import { found, NotFound } from '#platform/errors.ts';
import type { Tx } from '#platform/server/scope.ts';
import type { Theme } from '#rooms/organisations/themes.ts';
import type { Question, QuestionState } from '../question.ts';
import { tellThoseWhoWatch } from './live.ts';

/**
 * The questions this actor may read with their names, and no others (product.md, section 1): the own ones; those one
 * has or had, or was called in for, and what is answered together with those; those one noted for a colleague; and, for
 * a coach, the open ones of the unit. The last two neither under cover nor asked outside the own unit. Outside this
 * query a question does not exist.
 * `among`: of all of these the one with this id, or those whose ids that query gives.
 */
export function visibleQuestions(tx: Tx, among?: Among) {
  const query = tx
    .selectFrom('question')
    .select((eb) => [
      ...columns,
      eb('question.id', 'in', mine(tx)).as('is_mine'),
      eb('question.id', 'in', calledIn(tx)).as('is_called_in'),
      eb('question.id', 'in', hadTurn(tx)).as('had_turn'),
      eb
        .selectFrom('question_merge as joined')
        .whereRef('joined.from_id', '=', 'question.id')
        .where('joined.undone_at', 'is', null)
        .select('joined.into_id')
        .as('merged_into'),
    ]);
  if (tx.actor.kind === 'system') return among ? query.where(isAmong(sql.ref('question.id'), among)) : query;
  // A program never sees what was asked under cover, whoever it acts for.
  const open = tx.actor.kind === 'integration' ? query.where('question.under_cover', '=', false) : query;
  return open.where(sql<boolean>`question.id = any(array(${reach(tx, among)}))`);
}

/**
 * The ids of the visible, each kind by an index of its own. Gathered first: with these conditions side by side in one
 * 'or' the database would read every question of the organisation.
 */
function reach(tx: Tx, among: Among | undefined) {
  const all = [mine(tx), hadTurn(tx), calledIn(tx), together(tx), noted(tx), ...ofMyUnits(tx)];
  const asked = all.map((ids) =>
    among ? sql`select id from (${ids}) as reach (id) where ${isAmong(sql.ref('id'), among)}` : ids,
  );
  return sql.join(asked, sql` union `);
}

/** One id, or a query of ids. */
export type Among = string | Expression<unknown>;

const isAmong = (id: RawBuilder<unknown>, among: Among) =>
  typeof among === 'string' ? sql<boolean>`${id} = ${among}` : sql<boolean>`${id} = any(array(${among}))`;

export const mine = (tx: Tx) =>
  tx.selectFrom('question_asker').where('person_id', '=', tx.actor.personId).select('question_id');

export const hadTurn = (tx: Tx) =>
  tx.selectFrom('question_step').where('person_id', '=', tx.actor.personId).select('question_id');

export const calledIn = (tx: Tx) =>
  tx.selectFrom('question_helper').where('person_id', '=', tx.actor.personId).select('question_id');

/** What is answered together with one that is theirs, or was since. */
export const together = (tx: Tx) =>
  tx
    .selectFrom('question_step as lead')
    .innerJoin('question_merge as merge', 'merge.into_id', 'lead.question_id')
    .where('lead.person_id', '=', tx.actor.personId)
    .where('merge.undone_at', 'is', null)
    .where((eb) =>
      eb.or([eb('lead.ended_at', 'is', null), eb('lead.ended_at', '>=', eb.ref('merge.merged_at'))]),
    )
    .select('merge.from_id as question_id');

/** Who wrote it down may be the only one whom the colleague can ask how it went. */
const noted = (tx: Tx) =>
  tx
    .selectFrom('question')
    .where('noted_by', '=', tx.actor.personId)
    .where('under_cover', '=', false)
    .where('outside_unit', '=', false)
    .select('id as question_id');

function ofMyUnits(tx: Tx) {
  const units = coachedUnits(tx);
  if (units.length === 0) return [];
  return [
    tx
      .selectFrom('question')
      // Written out, as in the index of what is open.
      .where(sql<boolean>`state <> 'closed' and state <> 'merged'`)
      .where('under_cover', '=', false)
      .where('outside_unit', '=', false)
      .where('unit_id', 'in', units)
      .select('id as question_id'),
  ];
}

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
  'question.round_started_at',
  'question.taps',
  'question.closed_at',
  'question.closed_by',
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
  roundStartedAt: row.round_started_at,
  taps: row.taps as Question['taps'],
  closedAt: row.closed_at,
  closedBy: row.closed_by as Question['closedBy'],
  isMine: Boolean(row.is_mine),
  isCalledIn: Boolean(row.is_called_in),
  hadTurn: Boolean(row.had_turn),
});

/** One question that the actor may see, or NotFound. */
export async function seenQuestion(tx: Tx, id: string): Promise<Question> {
  if (!isId(id)) throw new NotFound();
  return questionFrom(found(await visibleQuestions(tx, id).executeTakeFirst()));
}

/**
 * The same, and nobody else changes it until this transaction ends. Whoever takes it, changes it: with the commit, and
 * not without, those who watch it are told.
 */
export async function lockQuestion(tx: Tx, id: string): Promise<Question> {
  if (!isId(id)) throw new NotFound();
  const row = await visibleQuestions(tx, id).forUpdate('question').executeTakeFirst();
  const question = questionFrom(found(row));
  await tellThoseWhoWatch(tx, question);
  return question;
}
