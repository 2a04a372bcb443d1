import { newId } from '#platform/ids.ts';
import { Invalid } from '#platform/errors.ts';
import type { Tx } from '#platform/server/scope.ts';
import type { MessageKind, Question } from '../question.ts';
import { namesAsker } from './asker-name.ts';

export type Written = { questionId: string; kind: MessageKind; body: string };

/** Adds to the thread what a helper says, or notes for whoever helps. Returns its id. */
export async function writeAsHelper(tx: Tx, { questionId, kind, body }: Written): Promise<string> {
  const id = newId(tx.now.getTime());
  await tx
    .insertInto('question_message')
    .values({
      id,
      question_id: questionId,
      sender: 'helper',
      kind,
      author_id: tx.actor.personId,
      body,
      written_at: tx.now,
    })
    .execute();
  return id;
}

/**
 * Under cover whoever has the question later reads what was written before: who knows the name does not write it down.
 * Nobody else can learn from the refusal, as the name is looked up with what they may read.
 */
export async function refuseName(
  tx: Tx,
  { id, underCover }: Question,
  field: Record<string, string>,
): Promise<void> {
  const [[name, text] = ['', '']] = Object.entries(field);
  if (underCover && (await namesAsker(tx, id, text)))
    throw new Invalid({ [name]: 'helpline_cover_has_name' });
}
