import { newId } from '#platform/ids.ts';
import { allow, Conflict } from '#platform/errors.ts';
import type { Tx } from '#platform/server/scope.ts';
import { verb } from '#platform/server/verb.ts';
import { record } from '#rooms/activity/server/index.ts';
import { markSeen, notify } from '#rooms/notifications/server/index.ts';
import { namesOf } from '#rooms/people/server/index.ts';
import type { Answer } from '../forms.ts';
import { canAnswer, canClaim, canPassOn, type Question } from '../question.ts';
import { after, claimedForMinutes } from '../routing.ts';
import { lockQuestion } from './seeing.ts';
import { askerOf, beginStep, moveOn, routingWorld } from './steps.ts';

/** "Ik help nu": the question is this helper's. Whoever comes second hears who was first. */
export const claimQuestion = verb('claimQuestion', async (tx, id: string) => {
  const question = await lockQuestion(tx, id);
  await refuseIfTaken(tx, question);
  allow(canClaim(tx.actor, question));
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
    .where('id', '=', id)
    .execute();
  await markSeen(tx, id);
  await record(tx, { event: 'question.claimed', subject: { kind: 'question', id } });
});

/** An answer for the asker, who hears of it. A coach of the unit who answers has the question from then on. */
export const answerQuestion = verb('answerQuestion', async (tx, id: string, { body, theme }: Answer) => {
  const question = await lockQuestion(tx, id);
  await refuseIfTaken(tx, question);
  allow(canAnswer(tx.actor, question));
  await takeOver(tx, question);
  const messageId = newId(tx.now.getTime());
  await tx
    .insertInto('question_message')
    .values({
      id: messageId,
      question_id: id,
      sender: 'helper',
      author_id: tx.actor.personId,
      body,
      written_at: tx.now,
    })
    .execute();
  await tx
    .updateTable('question')
    .set({
      state: 'answered',
      holder_id: tx.actor.personId,
      waits_until: null,
      next_id: null,
      changed_at: tx.now,
    })
    .set(theme ? { theme } : {})
    .where('id', '=', id)
    .execute();
  await markSeen(tx, id);
  await record(tx, {
    event: 'question.answered',
    subject: { kind: 'question', id },
    particulars: { messageId },
  });
  const askerId = await askerOf(tx, id);
  if (askerId) await notify(tx, { personId: askerId, kind: 'question.answered', subjectId: id });
  return messageId;
});

/** "Geef nu door": to whoever comes next, without a word about why. */
export const passOn = verb('passOn', async (tx, id: string) => {
  const question = await lockQuestion(tx, id);
  allow(canPassOn(tx.actor, question));
  await moveOn(tx, question, 'passed');
  await markSeen(tx, id);
});

/** Somebody of the unit who comes second is told who has it; anyone else is simply refused. */
async function refuseIfTaken(tx: Tx, question: Question): Promise<void> {
  if (question.state === 'closed' && !question.isMine) throw new Conflict('helpline_closed_meanwhile');
  const mine = question.holderId === tx.actor.personId;
  const open = ['claimed', 'answered'].includes(question.state);
  if (mine || question.isMine || !open || !question.holderId) return;
  const holder = (await namesOf(tx, [question.holderId])).get(question.holderId);
  throw new Conflict('helpline_taken', { name: holder ? `${holder.firstName} ${holder.lastName}` : '' });
}

async function takeOver(tx: Tx, question: Question): Promise<void> {
  if (question.holderId === tx.actor.personId || !tx.actor.personId) return;
  await beginStep(tx, {
    questionId: question.id,
    personId: tx.actor.personId,
    reason: { kind: 'claimed' },
    ending: 'taken',
  });
}
