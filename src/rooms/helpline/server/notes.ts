import { allow } from '#platform/errors.ts';
import type { Tx } from '#platform/server/scope.ts';
import { verb } from '#platform/server/verb.ts';
import { record } from '#rooms/activity/server/index.ts';
import { notify } from '#rooms/notifications/server/index.ts';
import type { Note } from '../helping-forms.ts';
import { canWriteNote, type Question } from '../question.ts';
import { refuseName, writeAsHelper } from './messages.ts';
import { lockQuestion } from './seeing.ts';
import { helpsAlong, tellHolder } from './taking.ts';

/** A note for whoever helps with this question. The asker never sees it, nor that it is there. */
export const writeNote = verb('writeNote', async (tx, id: string, { body }: Note) => {
  const question = await lockQuestion(tx, id);
  allow(canWriteNote(tx.actor, question));
  await refuseName(tx, question, { body });
  const messageId = await writeAsHelper(tx, { questionId: id, kind: 'note', body });
  await record(tx, {
    event: 'question.note_written',
    subject: { kind: 'question', id },
    particulars: { messageId },
  });
  if (helpsAlong(tx, question)) await tellHolder(tx, question, 'note');
  else await tellCalledIn(tx, question);
  return messageId;
});

/** Whoever was called in and is still thinking along hears that there is more to read. */
async function tellCalledIn(tx: Tx, { id }: Question): Promise<void> {
  const called = await tx
    .selectFrom('question_helper')
    .select('person_id')
    .where('question_id', '=', id)
    .where('done_at', 'is', null)
    .execute();
  for (const { person_id: personId } of called)
    await notify(tx, { personId, kind: 'question.note_written', subjectId: id });
}
