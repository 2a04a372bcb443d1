import { allow } from '#platform/errors.ts';
import { verb } from '#platform/server/verb.ts';
import { record } from '#rooms/activity/server/index.ts';
import { markSeen } from '#rooms/notifications/server/index.ts';
import type { Answer } from '../forms.ts';
import { canAnswer, canClaim, canPassOn } from '../question.ts';
import { endCallIn } from './call-in.ts';
import { tellAsker } from './cover.ts';
import { refuseName, writeAsHelper } from './messages.ts';
import { fileQuestion } from './filing.ts';
import { lockQuestion } from './seeing.ts';
import { moveOn } from './steps.ts';
import { claim, helpsAlong, refuseIfTaken, takeOver, tellHolder } from './taking.ts';
import { sayTogether } from './together.ts';

/** "Ik help nu": the question is this helper's. Whoever comes second hears who was first. */
export const claimQuestion = verb('claimQuestion', async (tx, id: string) => {
  const question = await lockQuestion(tx, id);
  await refuseIfTaken(tx, question);
  allow(canClaim(tx.actor, question));
  await claim(tx, question);
  await markSeen(tx, id);
  await record(tx, { event: 'question.claimed', subject: { kind: 'question', id } });
});

/**
 * An answer for the asker, who hears of it. A coach of the unit who answers has the question from then on; with
 * somebody who was called in it stays where it is, and its holder hears of it.
 */
export const answerQuestion = verb('answerQuestion', async (tx, id: string, { body, theme }: Answer) => {
  const question = await lockQuestion(tx, id);
  await refuseIfTaken(tx, question);
  allow(canAnswer(tx.actor, question));
  const along = helpsAlong(tx, question);
  if (!along) await takeOver(tx, question);
  await refuseName(tx, question, { body });
  const messageId = await writeAsHelper(tx, { questionId: id, kind: 'text', body });
  await tx
    .updateTable('question')
    .set({
      state: 'answered',
      holder_id: along ? question.holderId : tx.actor.personId,
      waits_until: null,
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
  await tellAsker(tx, question, 'question.answered');
  await sayTogether(tx, { questionId: id, messageId, notice: 'question.answered' });
  await fileQuestion(tx, id);
  if (along) {
    await endCallIn(tx, id);
    await tellHolder(tx, question, 'answer');
  }
  return messageId;
});

/** "Geef nu door": to whoever comes next, without a word about why. */
export const passOn = verb('passOn', async (tx, id: string) => {
  const question = await lockQuestion(tx, id);
  allow(canPassOn(tx.actor, question));
  await moveOn(tx, question, 'passed');
  await markSeen(tx, id);
});
