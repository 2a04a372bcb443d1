import { newId } from '#platform/ids.ts';
import { allow } from '#platform/errors.ts';
import type { Tx } from '#platform/server/scope.ts';
import { verb } from '#platform/server/verb.ts';
import { record } from '#rooms/activity/server/index.ts';
import { notify } from '#rooms/notifications/server/index.ts';
import { helperThere } from '#rooms/people/chain.ts';
import type { Back } from '../forms.ts';
import { canStart, canWriteBack, type Question, type StepReason } from '../question.ts';
import { deadline, place, type RoutingWorld } from '../routing.ts';
import { apartIfStuck } from './apart.ts';
import { fileQuestion } from './filing.ts';
import { askIfSure } from './own-name.ts';
import { lockQuestion } from './seeing.ts';
import { beginStep, placed, worldOf, type KnownWorld } from './steps.ts';
import { asOne } from './together.ts';

/**
 * The asker writes back. "Ik zit nog vast" makes an answered or closed question wait again; a thank-you
 * never does.
 */
export const writeBack = verb('writeBack', async (tx, id: string, { body, stuck, sure }: Back) => {
  const locked = await lockQuestion(tx, id);
  allow(canWriteBack(tx.actor, locked));
  if (locked.underCover && !sure) await askIfSure(tx, body);
  const question = stuck ? await apartIfStuck(tx, locked) : locked;
  const messageId = newId(tx.now.getTime());
  await tx
    .insertInto('question_message')
    .values({ id: messageId, question_id: id, sender: 'asker', body, written_at: tx.now })
    .execute();
  await tx.updateTable('question').set({ changed_at: tx.now }).where('id', '=', id).execute();
  const event = stuck && canStart('reopen', question.state) ? 'question.reopened' : 'question.written_back';
  if (event === 'question.reopened') await reopen(tx, question);
  else await tellHelper(tx, question);
  await fileQuestion(tx, id);
  await record(tx, { event, subject: { kind: 'question', id }, particulars: { messageId }, byAsker: true });
  return messageId;
});

/** What is answered together with another is read on the page of that one, by whoever has it. */
async function tellHelper(tx: Tx, question: Question): Promise<void> {
  const { holderId: personId, mergedInto, id } = await asOne(tx, question);
  if (personId) await notify(tx, { personId, kind: 'question.written_back', subjectId: mergedInto ?? id });
}

/** Back to whoever helped before, if they are there; else to the first of the chain. */
export async function reopen(tx: Tx, question: Question): Promise<void> {
  const world = await worldOf(tx, question);
  const placement = backToHelper(tx, question, world) ?? anew(tx, world);
  await tx
    .updateTable('question')
    .set({ ...placed(tx, placement), closed_at: null, closed_by: null, round_started_at: tx.now })
    .where('id', '=', question.id)
    .execute();
  const { holderId: personId, reason, from } = placement;
  await beginStep(tx, { questionId: question.id, personId, reason, from, ending: 'taken' });
  const kind = personId === question.holderId ? 'question.waiting' : 'question.moved_to_you';
  await notify(tx, { personId, kind, subjectId: question.id });
}

type Turn = { holderId: string; reason: StepReason; from: Date; waitsUntil: Date };

/** Null when they are not there now. A chosen coach may stand in no chain of this question. */
function backToHelper(tx: Tx, question: Question, world: KnownWorld): Turn | null {
  const { holderId } = question;
  if (!holderId) return null;
  const { snapshot } = world;
  const helper = snapshot.helpers.find(({ personId }) => personId === holderId);
  const inChain = world.chainAt(tx.now).find(({ personId }) => personId === holderId);
  const there = inChain ?? (helper && helperThere(snapshot, helper, tx.now));
  if (!there?.thereNow && world.chainAt(tx.now).length > 0) return null;
  const from = there?.from ?? tx.now;
  const waitsUntil = deadline(world, tx.now, { from });
  return { holderId, reason: { kind: 'again' }, from, waitsUntil };
}

function anew(tx: Tx, world: RoutingWorld): Turn {
  const { holder, waitsUntil } = place(world, tx.now, []);
  return { holderId: holder.personId, reason: holder.reason, from: holder.from, waitsUntil };
}
