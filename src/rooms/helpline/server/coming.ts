import { allow } from '#platform/errors.ts';
import { verb } from '#platform/server/verb.ts';
import { record } from '#rooms/activity/server/index.ts';
import { markSeen } from '#rooms/notifications/server/index.ts';
import type { Coming } from '../helping-forms.ts';
import { canSayComing } from '../question.ts';
import { askerOf, tellAsker } from './cover.ts';
import { refuseName, writeAsHelper } from './messages.ts';
import { lockQuestion } from './seeing.ts';
import { sayTogether } from './together.ts';
import { claim, helpsAlong, refuseIfTaken, tellHolder } from './taking.ts';

/**
 * "Ik bel", "ik kom langs": the asker, and whoever asked what is answered together with it, hears that somebody is
 * coming, and perhaps when. It is this helper's then.
 */
export const sayComing = verb('sayComing', async (tx, id: string, { way, when }: Coming) => {
  const question = await lockQuestion(tx, id);
  await refuseIfTaken(tx, question);
  allow(canSayComing(tx.actor, question, (await askerOf(tx, id)) !== null));
  const along = helpsAlong(tx, question);
  if (!along && question.state !== 'answered') await claim(tx, question);
  await refuseName(tx, question, { when });
  const messageId = await writeAsHelper(tx, { questionId: id, kind: way, body: when });
  await tx.updateTable('question').set({ changed_at: tx.now }).where('id', '=', id).execute();
  await markSeen(tx, id);
  await record(tx, {
    event: 'question.coming',
    subject: { kind: 'question', id },
    particulars: { messageId, way },
  });
  await tellAsker(tx, question, 'question.coming');
  await sayTogether(tx, { questionId: id, messageId, notice: 'question.coming' });
  if (along) await tellHolder(tx, question, 'coming');
  return messageId;
});
