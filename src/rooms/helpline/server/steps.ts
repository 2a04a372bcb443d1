import { newId } from '#platform/ids.ts';
import type { Tx } from '#platform/server/scope.ts';
import { record } from '#rooms/activity/server/index.ts';
import { notify } from '#rooms/notifications/server/index.ts';
import { unitHours } from '#rooms/people/candidates.ts';
import { chainFor } from '#rooms/people/chain.ts';
import { snapshotOf } from '#rooms/people/server/index.ts';
import type { Question, StepEnding, StepReason } from '../question.ts';
import { place, type Placement, type RoutingWorld } from '../routing.ts';

/** Who may help this unit at any moment, without the asker, and when the unit is open. */
export async function routingWorld(
  tx: Tx,
  question: { unitId: string; theme: string | null; askerId: string | null },
): Promise<RoutingWorld> {
  const snapshot = await snapshotOf(tx);
  const { unitId, theme, askerId } = question;
  return {
    chainAt: (moment) => chainFor(snapshot, unitId, { theme, moment, askerId }),
    calendar: { hours: unitHours(snapshot, unitId), closed: snapshot.closed },
  };
}

/** The asker's id, for whoever may read it: under cover only the asker and the chosen coach. */
export async function askerOf(tx: Tx, questionId: string): Promise<string | null> {
  const row = await tx
    .selectFrom('question_asker')
    .select('person_id')
    .where('question_id', '=', questionId)
    .executeTakeFirst();
  return row?.person_id ?? null;
}

/** A new turn begins; the one before, if any, ends in the way given. */
export async function beginStep(
  tx: Tx,
  step: { questionId: string; personId: string; reason: StepReason; ending: StepEnding; from?: Date },
): Promise<void> {
  await endStep(tx, step.questionId, step.ending);
  await tx
    .insertInto('question_step')
    .values({
      id: newId(),
      question_id: step.questionId,
      person_id: step.personId,
      reason: JSON.stringify(step.reason),
      started_at: tx.now,
      present_from: step.from ?? tx.now,
    })
    .execute();
}

export async function endStep(tx: Tx, questionId: string, ending: StepEnding): Promise<void> {
  await tx
    .updateTable('question_step')
    .set({ ended_at: tx.now, ending })
    .where('question_id', '=', questionId)
    .where('ended_at', 'is', null)
    .execute();
}

/** The columns that a placement sets. */
export const placed = (
  tx: Tx,
  placement: Pick<Placement, 'waitsUntil' | 'nextId'> & { holderId: string },
) => ({
  state: 'waiting' as const,
  holder_id: placement.holderId,
  waits_until: placement.waitsUntil,
  next_id: placement.nextId,
  changed_at: tx.now,
});

/**
 * Moves a locked question to the next of its chain and tells both the one who gets it and the asker.
 * With nobody else to go to it stays where it is and the clock begins anew.
 */
export async function moveOn(tx: Tx, question: Question, ending: StepEnding): Promise<void> {
  const askerId = await askerOf(tx, question.id);
  const world = await routingWorld(tx, { ...question, askerId });
  const placement = place(world, tx.now, await triedThisRound(tx, question));
  const holderId = placement.holder.personId;
  await tx
    .updateTable('question')
    .set(placed(tx, { ...placement, holderId }))
    .set(placement.newRound ? { round_started_at: tx.now } : {})
    .where('id', '=', question.id)
    .execute();
  if (holderId === question.holderId) return;
  await beginStep(tx, {
    questionId: question.id,
    personId: holderId,
    reason: placement.holder.reason,
    from: placement.holder.from,
    ending,
  });
  await record(tx, {
    event: 'question.moved_on',
    subject: { kind: 'question', id: question.id },
    particulars: { ending, holderId },
  });
  await notify(tx, { personId: holderId, kind: 'question.moved_to_you', subjectId: question.id });
  if (askerId) await notify(tx, { personId: askerId, kind: 'question.moved_on', subjectId: question.id });
}

/** Who had a turn since the round began, the present holder last. */
async function triedThisRound(tx: Tx, question: Question): Promise<string[]> {
  const rows = await tx
    .selectFrom('question_step')
    .select('person_id')
    .where('question_id', '=', question.id)
    .where('started_at', '>=', question.roundStartedAt)
    .orderBy('started_at')
    .orderBy('id')
    .execute();
  const others = rows.map((row) => row.person_id).filter((id) => id !== question.holderId);
  return question.holderId ? [...others, question.holderId] : others;
}
