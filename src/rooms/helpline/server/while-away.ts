import { localDay } from '#platform/days.ts';
import type { Tx } from '#platform/server/scope.ts';
import { helperThere } from '#rooms/people/chain.ts';
import { snapshotOf } from '#rooms/people/server/index.ts';
import { rows } from './list-rows.ts';

const most = 12;

/**
 * What went from the person to somebody else in the last of their absences that is over, and is not with them again;
 * `back_at` is the end of that absence. Derived: nothing is kept for it.
 */
export const movedWhileAway = (tx: Tx) =>
  rows(tx)
    .innerJoin(
      (eb) =>
        eb
          .selectFrom('absence')
          .where('absence.person_id', '=', tx.actor.personId)
          .where('absence.ends_at', '<=', tx.now)
          .select(['absence.starts_at', 'absence.ends_at'])
          .orderBy('absence.ends_at', 'desc')
          .limit(1)
          .as('away'),
      (join) => join.onTrue(),
    )
    .where('question.holder_id', 'is distinct from', tx.actor.personId)
    .where('question.id', 'in', (eb) =>
      eb
        .selectFrom('question_step as turn')
        .where('turn.person_id', '=', tx.actor.personId)
        .where('turn.ending', 'in', ['away', 'silent'])
        .whereRef('turn.ended_at', '>=', 'away.starts_at')
        .whereRef('turn.ended_at', '<=', 'away.ends_at')
        .select('turn.question_id'),
    )
    .select('away.ends_at as back_at')
    .orderBy('question.asked_at')
    .orderBy('question.id')
    .limit(most);

/** Whether today is the first day on which they are at work again since. */
export async function isFirstDayBack(tx: Tx, backAt: Date): Promise<boolean> {
  const snapshot = await snapshotOf(tx);
  const helper = snapshot.helpers.find(({ personId }) => personId === tx.actor.personId);
  const there = helper && helperThere(snapshot, helper, backAt);
  return localDay(tx.now) <= localDay(there?.from ?? backAt);
}
