import { addDays, localDay } from '#platform/days.ts';
import { allow, Conflict, found, Invalid, NotFound } from '#platform/errors.ts';
import { idFrom, isId, newId } from '#platform/ids.ts';
import type { Tx } from '#platform/server/scope.ts';
import { verb } from '#platform/server/verb.ts';
import { notify, withdrawNotices } from '#rooms/notifications/server/index.ts';
import { bindAddress } from '#rooms/organisations/server/index.ts';
import { fullName } from '#rooms/people/name.ts';
import { personAsActor } from '#rooms/people/server/index.ts';
import {
  canAgree,
  canComeBack,
  canComeBackUnasked,
  canDecline,
  canFinish,
  canWithdraw,
  followUpTransitions,
  furthestDays,
  type FollowUp,
  type FollowUpAct,
  type FollowUpProposed,
  type FollowUpState,
} from '../follow-up.ts';
import { askerOf } from './cover.ts';
import { membersOf, openGuidance } from './guidance.ts';
import { seenQuestion } from './seeing.ts';

// Nothing of this is written in the log: that somebody comes back to somebody is for the two of them.

export type AboutColleague = Pick<FollowUpProposed, 'personId' | 'questionId' | 'guidanceId'>;

/** To whom one would come back, for the form. Under cover, or without a reason to, it is refused. */
export const followUpFor = verb('followUpFor', async (tx, about: AboutColleague) => {
  const personId = await colleagueIn(tx, about);
  const { firstName, lastName } = found(await personAsActor(tx, personId));
  return { personId, firstName, lastName, today: localDay(tx.now) };
});

/**
 * "Ik kom terug bij jou": the colleague hears, and says yes or no. One at a time for the same two. The same key gives
 * the same one. Returns its id.
 */
export const proposeFollowUp = verb('proposeFollowUp', async (tx, proposed: FollowUpProposed) => {
  const coachId = found(tx.actor.personId);
  const personId = await colleagueIn(tx, proposed);
  const colleague = found(await personAsActor(tx, personId));
  const today = localDay(tx.now);
  if (proposed.comeOn <= today) throw new Invalid({ comeOn: 'helpline_follow_up_day_past' });
  if (proposed.comeOn > addDays(today, furthestDays))
    throw new Invalid({ comeOn: 'helpline_follow_up_day_far' });
  const id = proposed.key ? await idFrom('follow-up', coachId, proposed.key) : newId(tx.now.getTime());
  if (await isOpenElse(tx, { id, coachId, personId, today }))
    throw new Conflict('helpline_follow_up_open_already', { name: fullName(colleague) });
  const isNew = await tx
    .insertInto('follow_up')
    .values({
      id,
      coach_id: coachId,
      person_id: personId,
      question_id: proposed.questionId ?? null,
      guidance_id: proposed.guidanceId ?? null,
      come_on: proposed.comeOn,
      state: 'proposed',
    })
    .onConflict((conflict) => conflict.columns(['organisation_id', 'id']).doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!isNew) return id;
  await bindAddress(tx, { kind: 'follow_up', lookup: id, subjectId: id });
  await notify(tx, { personId, kind: 'followup.proposed', subjectId: id });
  return id;
});

/** The asker of a question, a colleague of a begeleiding, or simply a colleague; never oneself. */
async function colleagueIn(tx: Tx, { personId, questionId, guidanceId }: AboutColleague): Promise<string> {
  if (questionId) {
    const question = await seenQuestion(tx, questionId);
    const askerId = question.underCover ? null : await askerOf(tx, questionId);
    allow(canComeBack(tx.actor, question, askerId !== null));
    return found(askerId);
  }
  allow(canComeBackUnasked(tx.actor));
  if (!isId(personId)) throw new NotFound();
  if (personId === tx.actor.personId) throw new Invalid({ personId: 'helpline_guidance_self' });
  if (!guidanceId) return personId;
  await openGuidance(tx, guidanceId);
  return found((await membersOf(tx, guidanceId)).find((one) => one.personId === personId)).personId;
}

/** Whether another one of the same two is still open. Two at the same moment wait for each other. */
async function isOpenElse(
  tx: Tx,
  { id, coachId, personId, today }: { id: string; coachId: string; personId: string; today: string },
): Promise<boolean> {
  await tx.selectFrom('person').select('id').where('id', '=', coachId).forNoKeyUpdate().execute();
  const row = await tx
    .selectFrom('follow_up')
    .select('id')
    .where('coach_id', '=', coachId)
    .where('person_id', '=', personId)
    .where('state', 'in', ['proposed', 'agreed'])
    .where('come_on', '>=', today)
    .where('id', '!=', id)
    .executeTakeFirst();
  return row !== undefined;
}

/** The colleague says yes or no, and may think again. Whoever proposed it hears. */
export const answerFollowUp = verb('answerFollowUp', async (tx, id: string, yes: boolean) => {
  const followUp = await lockFollowUp(tx, id);
  const today = localDay(tx.now);
  allow(followUp.personId === tx.actor.personId);
  if (followUp.state === (yes ? 'agreed' : 'declined')) return;
  const may = yes ? canAgree(tx.actor, followUp, today) : canDecline(tx.actor, followUp, today);
  if (!may) throw new Conflict('helpline_follow_up_changed');
  await move(tx, id, yes ? 'agree' : 'decline');
  await withdrawNotices(tx, { personId: followUp.coachId, subjectId: id });
  await notify(tx, { personId: followUp.coachId, kind: 'followup.answered', subjectId: id });
});

/** The helper is not coming after all. Who had said yes is told; who had not yet, no longer finds anything to answer. */
export const withdrawFollowUp = verb('withdrawFollowUp', async (tx, id: string) => {
  const followUp = await lockFollowUp(tx, id);
  allow(followUp.coachId === tx.actor.personId);
  if (followUp.state === 'withdrawn') return;
  if (!canWithdraw(tx.actor, followUp)) throw new Conflict('helpline_follow_up_changed');
  await move(tx, id, 'withdraw');
  await withdrawNotices(tx, { personId: followUp.personId, subjectId: id });
  if (followUp.state === 'agreed')
    await notify(tx, { personId: followUp.personId, kind: 'followup.withdrawn', subjectId: id });
});

/** It happened. */
export const finishFollowUp = verb('finishFollowUp', async (tx, id: string) => {
  const followUp = await lockFollowUp(tx, id);
  allow(followUp.coachId === tx.actor.personId);
  if (followUp.state === 'done') return;
  if (!canFinish(tx.actor, followUp)) throw new Conflict('helpline_follow_up_changed');
  await move(tx, id, 'finish');
  await withdrawNotices(tx, { personId: followUp.personId, subjectId: id });
});

/** Once it is over, nothing ties the two to the question any more. */
const move = (tx: Tx, id: string, act: FollowUpAct) =>
  tx
    .updateTable('follow_up')
    .set({ state: followUpTransitions[act].to, ...(act === 'agree' ? {} : { question_id: null }) })
    .where('id', '=', id)
    .execute();

/** One of the two may; to anybody else it is not there. */
async function lockFollowUp(tx: Tx, id: string): Promise<FollowUp> {
  if (!isId(id)) throw new NotFound();
  const me = tx.actor.personId;
  const row = await tx
    .selectFrom('follow_up')
    .select(['id', 'coach_id as coachId', 'person_id as personId', 'come_on as comeOn', 'state'])
    .where('id', '=', id)
    .where((eb) => eb.or([eb('coach_id', '=', me), eb('person_id', '=', me)]))
    .forUpdate()
    .executeTakeFirst();
  const { state, ...followUp } = found(row);
  return { ...followUp, state: state as FollowUpState };
}
