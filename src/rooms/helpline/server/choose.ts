import { allow, found, Invalid } from '#platform/errors.ts';
import type { Tx } from '#platform/server/scope.ts';
import { verb } from '#platform/server/verb.ts';
import { record } from '#rooms/activity/server/index.ts';
import { notify } from '#rooms/notifications/server/index.ts';
import { chainFor } from '#rooms/people/chain.ts';
import { personAsActor } from '#rooms/people/server/index.ts';
import { ways, type Way } from '../forms.ts';
import { canChooseCoach, isKeptFromUnit, type Question } from '../question.ts';
import { aroundAsker, chosenCoach, coachesFor, type CoachChoice } from './coaches.ts';
import { everybodyIn } from './cover.ts';
import { firstIsChosen, type First } from './first.ts';
import { lockQuestion, seenQuestion } from './seeing.ts';
import { beginStep, placed, routingWorld } from './steps.ts';

export type WhoMayHelp = {
  /** Whom to offer first when the coach of one's unit leads: somebody who does not. Null when there is no need. */
  instead: CoachChoice | null;
  /** For each way of asking, the coaches one may choose. */
  coaches: Record<Way, CoachChoice[]>;
};

/** Whom the person who asks may choose, for each way of asking. */
export const whoMayHelpMe = verb('whoMayHelpMe', async (tx): Promise<WhoMayHelp> => {
  const me = found(tx.actor.personId ? await personAsActor(tx, tx.actor.personId) : null);
  const askerId = found(me.actor.personId);
  const around = await aroundAsker(tx, askerId);
  const coaches = Object.fromEntries(ways.map((way) => [way, coachesFor(around, way, tx.now)]));
  const { managers } = around.off;
  const ask = { moment: tx.now, askerId };
  const first = chainFor(around.snapshot, me.unitId, ask)[0];
  const leads = first !== undefined && managers.has(first.personId);
  const others = leads ? chainFor(around.snapshot, me.unitId, { ...ask, skip: managers }) : [];
  const choices = new Map(coachesFor(around, 'unit', tx.now).map((choice) => [choice.personId, choice]));
  const instead = others.map(({ personId }) => choices.get(personId)).find((choice) => choice !== undefined);
  return { instead: instead ?? null, coaches: coaches as Record<Way, CoachChoice[]> };
});

/** Whom the asker may choose instead, while it waits. */
export const otherCoaches = verb('otherCoaches', async (tx, id: string): Promise<CoachChoice[]> => {
  const question = await seenQuestion(tx, id);
  allow(canChooseCoach(tx.actor, question));
  const around = await aroundAsker(tx, found(tx.actor.personId));
  const coaches = coachesFor(around, wayOf(question), tx.now);
  return coaches.filter(({ personId }) => personId !== question.holderId);
});

/**
 * The asker picks another coach while it waits. Under cover the name goes with it, because it is the asker who shows
 * it; whoever had it before reads it no longer. Invalid at `coachId` when that coach cannot have it.
 */
export const chooseCoach = verb('chooseCoach', async (tx, id: string, { coachId }: { coachId: string }) => {
  const question = await lockQuestion(tx, id);
  allow(canChooseCoach(tx.actor, question));
  if (coachId === question.holderId) throw new Invalid({ coachId: 'helpline_coach_has_it' });
  const first = await chosenNow(tx, question, coachId);
  await tx
    .updateTable('question')
    .set({ ...placed(tx, first), unit_id: first.unitId })
    .where('id', '=', id)
    .execute();
  if (question.underCover)
    await tx.updateTable('question_asker').set({ coach_id: coachId }).where('question_id', '=', id).execute();
  await beginStep(tx, {
    questionId: id,
    personId: coachId,
    reason: first.reason,
    from: first.from,
    ending: 'given',
  });
  await notify(tx, { personId: coachId, kind: 'question.waiting', subjectId: id });
  await record(tx, {
    event: 'question.coach_chosen',
    subject: { kind: 'question', id },
    particulars: { holderId: coachId },
    byAsker: true,
  });
});

async function chosenNow(tx: Tx, question: Question, coachId: string): Promise<First> {
  const askerId = found(tx.actor.personId);
  const around = await aroundAsker(tx, askerId);
  const coach = chosenCoach(around, { coachId, way: wayOf(question), moment: tx.now });
  const kept = isKeptFromUnit(question);
  const unit = kept ? coach.unitId : question.unitId;
  const skip = kept ? everybodyIn(around.off) : undefined;
  const world = await routingWorld(tx, { unitId: unit, theme: question.theme, askerId, skip });
  return firstIsChosen(tx, world, { unit, coach });
}

const wayOf = ({ underCover, outsideUnit }: Question): Way =>
  underCover ? 'cover' : outsideUnit ? 'outside' : 'unit';
