import { sql } from 'kysely';
import type { Tx } from '#platform/server/scope.ts';
import type { Theme } from '#rooms/organisations/themes.ts';
import { urgentFirst, type ListName } from '../listing.ts';
import { noUnit, rows, type Rows } from './list-rows.ts';
import { calledIn, coachedUnits, hadTurn, mine } from './seeing.ts';

/** The visible questions of a list. */
export function narrowed(tx: Tx, { list, theme }: { list: ListName; theme: Theme | null }): Rows {
  const query = themed(rows(tx, idsOf[list](tx)), theme);
  const me = tx.actor.personId;
  const others = query.where('question.is_mine', '=', false);
  switch (list) {
    case 'mine':
      return query;
    case 'for_me':
      return others.where('question.state', 'in', ['waiting', 'claimed']);
    case 'unit':
      return others
        .where('question.state', 'in', ['waiting', 'claimed'])
        .where((eb) => eb.or([eb('question.holder_id', 'is', null), eb('question.holder_id', '!=', me)]));
    case 'done':
      return others.where((eb) =>
        eb.or([
          eb('question.state', '=', 'closed'),
          eb.and([eb('question.holder_id', '=', me), eb('question.state', '=', 'answered')]),
          eb('question.id', 'in', calledIn(tx).where('done_at', 'is not', null)),
        ]),
      );
    case 'noted':
      return others;
  }
}

const heldBy = (tx: Tx) =>
  tx
    .selectFrom('question as held')
    .where('held.holder_id', '=', tx.actor.personId)
    .where('held.state', 'in', ['waiting', 'claimed'])
    .select('held.id as question_id');

const openOfUnits = (tx: Tx) =>
  tx
    .selectFrom('question as open')
    // Written out, as in the index of what is open.
    .where(sql<boolean>`open.state <> 'closed' and open.state <> 'merged'`)
    .where('open.unit_id', 'in', [...coachedUnits(tx), noUnit])
    .select('open.id as question_id');

const notedBy = (tx: Tx) =>
  tx
    .selectFrom('question as noted')
    .where('noted.noted_by', '=', tx.actor.personId)
    .select('noted.id as question_id');

/** Where each list begins: at an index, by asker, holder, unit, whose turn it was, or noter. */
const idsOf = {
  mine,
  for_me: (tx: Tx) => heldBy(tx).union(calledIn(tx).where('done_at', 'is', null)),
  unit: openOfUnits,
  done: (tx: Tx) => hadTurn(tx).union(calledIn(tx)),
  noted: notedBy,
} as const;

/** Nobody chose a theme: that is "iets anders" too. */
const themed = (query: Rows, theme: Theme | null): Rows => {
  if (theme === null) return query;
  if (theme !== 'other') return query.where('question.theme', '=', theme);
  return query.where((eb) => eb.or([eb('question.theme', '=', theme), eb('question.theme', 'is', null)]));
};

export const orders = {
  for_me: { by: 'waits_until', way: 'asc' },
  unit: { by: 'asked_at', way: 'asc' },
  done: { by: 'changed_at', way: 'desc' },
  noted: { by: 'changed_at', way: 'desc' },
  mine: { by: 'changed_at', way: 'desc' },
} as const;

/** The order of a list, and no two places the same. */
export function inOrder(query: Rows, list: ListName): Rows {
  const { by, way } = orders[list];
  const first = urgentFirst(list) ? query.orderBy(sql`question.urgent is null`) : query;
  return first.orderBy(`question.${by}`, way).orderBy('question.id', way);
}
