import { newId } from '#platform/ids.ts';
import type { Tx } from '#platform/server/scope.ts';
import { record } from '#rooms/activity/server/index.ts';
import { notify } from '#rooms/notifications/server/index.ts';
import type { Snapshot } from '#rooms/people/candidates.ts';
import { chainFor } from '#rooms/people/chain.ts';
import { unitCalendar } from '#rooms/people/opening.ts';
import { snapshotOf } from '#rooms/people/server/index.ts';
import { isKeptFromUnit, type Question, type StepEnding, type StepReason } from '../question.ts';
import { after, place, silentAfterMinutes, triedIn, type Placement, type RoutingWorld } from '../routing.ts';
import { askerBehind, everybodyIn, keptOff, tellAsker } from './cover.ts';
import { tellJoined } from './together.ts';

export { askerOf } from './cover.ts';

type Routed = Pick<Question, 'id' | 'unitId' | 'theme' | 'underCover' | 'outsideUnit'>;

/** With what it was made from. */
export type KnownWorld = RoutingWorld & { snapshot: Snapshot };

/** Who may help this unit at any moment, without the asker and whoever is in `skip`, and when the unit is open. */
export async function routingWorld(
  tx: Tx,
  question: { unitId: string; theme: string | null; askerId: string | null; skip?: ReadonlySet<string> },
): Promise<KnownWorld> {
  const snapshot = await snapshotOf(tx);
  const { unitId, theme, askerId, skip } = question;
  return {
    snapshot,
    chainAt: (moment) => chainFor(snapshot, unitId, { theme, moment, askerId, skip }),
    calendar: unitCalendar(snapshot, unitId),
  };
}

/**
 * The same for a question that is there: outside the own unit and under cover it is kept from that unit and from
 * managers. When it cannot be known from whom, there is nobody it may go to.
 */
export const worldOf = async (tx: Tx, question: Routed): Promise<KnownWorld> =>
  worldAround(tx, question, await askerBehind(tx, question));

/** The same for whoever knows already who asked. */
export async function worldAround(tx: Tx, question: Routed, askerId: string | null): Promise<KnownWorld> {
  const { unitId, theme } = question;
  if (!isKeptFromUnit(question)) return routingWorld(tx, { unitId, theme, askerId });
  if (askerId)
    return routingWorld(tx, { unitId, theme, askerId, skip: everybodyIn(await keptOff(tx, askerId)) });
  return { ...(await routingWorld(tx, { unitId, theme, askerId })), chainAt: () => [] };
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
export const placed = (tx: Tx, placement: Pick<Placement, 'waitsUntil'> & { holderId: string }) => ({
  state: 'waiting' as const,
  holder_id: placement.holderId,
  waits_until: placement.waitsUntil,
  changed_at: tx.now,
});

/**
 * Moves a locked question to the next of its chain and tells both the one who gets it and the asker.
 * With nobody else to go to it stays where it is and the clock begins anew.
 */
export async function moveOn(tx: Tx, question: Question, ending: StepEnding): Promise<void> {
  const world = await worldOf(tx, question);
  if (world.chainAt(tx.now).length === 0) return stay(tx, question, world);
  const placement = place(world, tx.now, await triedThisRound(tx, question));
  const holderId = placement.holder.personId;
  await tx
    .updateTable('question')
    .set(placed(tx, { ...placement, holderId }))
    .set(placement.newRound ? { round_started_at: tx.now } : {})
    .where('id', '=', question.id)
    .execute();
  if (holderId === question.holderId) return comesAt(tx, question.id, placement.holder.from);
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
  await tellAsker(tx, question, 'question.moved_on');
  await tellJoined(tx, question.id, 'question.moved_on');
}

/** It stays with the same one, who is there at another moment than was thought. */
async function comesAt(tx: Tx, questionId: string, from: Date): Promise<void> {
  await tx
    .updateTable('question_step')
    .set({ present_from: from })
    .where('question_id', '=', questionId)
    .where('ended_at', 'is', null)
    .where('present_from', '>', tx.now)
    .execute();
}

/** Everybody else is kept off: rather late than with somebody it was hidden from. The asker can choose a coach. */
async function stay(tx: Tx, question: Question, { calendar }: RoutingWorld): Promise<void> {
  await tx
    .updateTable('question')
    .set({ state: 'waiting', waits_until: after(calendar, tx.now, silentAfterMinutes) })
    .where('id', '=', question.id)
    .execute();
}

/** Who had a turn since the round began, the present holder last. */
export async function triedThisRound(
  tx: Tx,
  question: Pick<Question, 'id' | 'holderId' | 'roundStartedAt'>,
): Promise<string[]> {
  const rows = await tx
    .selectFrom('question_step')
    .select(['person_id as personId', 'started_at as startedAt'])
    .where('question_id', '=', question.id)
    .where('started_at', '>=', question.roundStartedAt)
    .orderBy('started_at')
    .orderBy('id')
    .execute();
  return triedIn(question, rows);
}
