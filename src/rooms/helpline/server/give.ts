import { allow, found } from '#platform/errors.ts';
import type { Tx } from '#platform/server/scope.ts';
import { verb } from '#platform/server/verb.ts';
import { record } from '#rooms/activity/server/index.ts';
import { markSeen, notify } from '#rooms/notifications/server/index.ts';
import type { Pickable } from '../helping-seen.ts';
import { canGive, type Question } from '../question.ts';
import { deadline } from '../routing.ts';
import { askerOf, tellAsker } from './cover.ts';
import { helpersToPick } from './pick.ts';
import { lockQuestion, seenQuestion } from './seeing.ts';
import { beginStep, placed, worldOf } from './steps.ts';

/** To whom this question may be given. */
export const helpersToGive = verb('helpersToGive', async (tx, id: string): Promise<Pickable[]> => {
  const question = await seenQuestion(tx, id);
  allow(canGive(tx.actor, question, (await askerOf(tx, id)) !== null));
  return anybody(tx, question);
});

const anybody = (tx: Tx, question: Question) => helpersToPick(tx, question, () => true);

/** "Geef aan …": the question waits for the one who was picked; in silence it moves on from there as always. */
export const giveQuestion = verb('giveQuestion', async (tx, id: string, personId: string) => {
  const question = await lockQuestion(tx, id);
  allow(canGive(tx.actor, question, (await askerOf(tx, id)) !== null));
  const chosen = found((await anybody(tx, question)).find((one) => one.personId === personId));
  const waitsUntil = deadline(await worldOf(tx, question), tx.now, chosen);
  await tx
    .updateTable('question')
    .set(placed(tx, { waitsUntil, holderId: personId }))
    .where('id', '=', id)
    .execute();
  await beginStep(tx, {
    questionId: id,
    personId,
    reason: { kind: 'given', byId: found(tx.actor.personId) },
    from: chosen.from,
    ending: 'given',
  });
  await markSeen(tx, id);
  await record(tx, {
    event: 'question.given',
    subject: { kind: 'question', id },
    particulars: { holderId: personId },
  });
  await notify(tx, { personId, kind: 'question.given', subjectId: id });
  await tellAsker(tx, question, 'question.moved_on');
  return chosen;
});
