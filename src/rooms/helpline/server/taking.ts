import { Conflict } from '#platform/errors.ts';
import type { Tx } from '#platform/server/scope.ts';
import { notify } from '#rooms/notifications/server/index.ts';
import { fullName } from '#rooms/people/name.ts';
import { namesOf } from '#rooms/people/server/index.ts';
import type { Question } from '../question.ts';
import { after, claimedForMinutes } from '../routing.ts';
import { beginStep, routingWorld } from './steps.ts';

/** Whether the one who acts was called in and helps along, without having the question. */
export const helpsAlong = (tx: Tx, question: Question): boolean =>
  question.isCalledIn && question.holderId !== tx.actor.personId;

/** Somebody of the unit who comes second is told who has it; anyone else is simply refused. */
export async function refuseIfTaken(tx: Tx, question: Question): Promise<void> {
  if (question.state === 'closed' && !question.isMine) throw new Conflict('helpline_closed_meanwhile');
  const mine = question.holderId === tx.actor.personId;
  const open = ['claimed', 'answered'].includes(question.state);
  if (mine || question.isMine || question.isCalledIn || !open || !question.holderId) return;
  const holder = (await namesOf(tx, [question.holderId])).get(question.holderId);
  throw new Conflict('helpline_taken', { name: fullName(holder) ?? '' });
}

/** The question is this helper's from now on, if it was not yet. */
export async function takeOver(tx: Tx, question: Question): Promise<void> {
  if (question.holderId === tx.actor.personId || !tx.actor.personId) return;
  await beginStep(tx, {
    questionId: question.id,
    personId: tx.actor.personId,
    reason: { kind: 'claimed' },
    ending: 'taken',
  });
}

/** "Ik help nu": this helper is at it, for a while. */
export async function claim(tx: Tx, question: Question): Promise<void> {
  const world = await routingWorld(tx, { ...question, askerId: null });
  await takeOver(tx, question);
  await tx
    .updateTable('question')
    .set({
      state: 'claimed',
      holder_id: tx.actor.personId,
      waits_until: after(world.calendar, tx.now, claimedForMinutes),
      changed_at: tx.now,
    })
    .where('id', '=', question.id)
    .execute();
}

/** What somebody who was called in did: said it to the asker, noted it, or does not know either. */
export type Along = 'answer' | 'note' | 'coming' | 'unknown';

/** The holder hears what somebody whom they called in did. */
export async function tellHolder(tx: Tx, { id, holderId }: Question, did: Along): Promise<void> {
  if (!holderId) return;
  await notify(tx, {
    personId: holderId,
    kind: 'question.expert_wrote',
    subjectId: id,
    particulars: { did, byId: tx.actor.personId ?? '' },
  });
}
