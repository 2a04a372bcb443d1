import { isId, newId } from '#platform/ids.ts';
import { allow, found, NotFound } from '#platform/errors.ts';
import type { Tx } from '#platform/server/scope.ts';
import { verb } from '#platform/server/verb.ts';
import { record } from '#rooms/activity/server/index.ts';
import type { StandardAnswerText } from '../helping-forms.ts';
import type { StandardAnswer } from '../helping-seen.ts';
import { canKeepShared } from '../standard-answers.ts';

/** The own ones first, then those of everybody who helps. */
export const standardAnswersHere = verb('standardAnswersHere', async (tx): Promise<StandardAnswer[]> => {
  const rows = await readable(tx).where('removed_at', 'is', null).orderBy('title').orderBy('id').execute();
  const answers = rows.map(answerFrom);
  return [...answers.filter(({ shared }) => !shared), ...answers.filter(({ shared }) => shared)];
});

export const standardAnswerHere = verb('standardAnswerHere', async (tx, id: string) =>
  answerFrom(await oneOf(tx, id)),
);

/** Returns its id. A shared one is the coordinator's to make. */
export const writeStandardAnswer = verb('writeStandardAnswer', async (tx, text: StandardAnswerText) => {
  allow(!text.shared || canKeepShared(tx.actor));
  const id = newId();
  const { title, body, shared } = text;
  await tx
    .insertInto('standard_answer')
    .values({ id, owner_id: shared ? null : tx.actor.personId, title, body, changed_at: tx.now })
    .execute();
  await note(tx, 'standard_answer.written', id);
  return id;
});

/** Title and text; whose it is stays as it was. */
export const changeStandardAnswer = verb(
  'changeStandardAnswer',
  async (tx, id: string, { title, body }: Pick<StandardAnswerText, 'title' | 'body'>) => {
    await keepable(tx, id);
    await tx
      .updateTable('standard_answer')
      .set({ title, body, changed_at: tx.now })
      .where('id', '=', id)
      .execute();
    await note(tx, 'standard_answer.changed', id);
  },
);

export const removeStandardAnswer = verb('removeStandardAnswer', async (tx, id: string) => {
  await keepable(tx, id);
  await tx.updateTable('standard_answer').set({ removed_at: tx.now }).where('id', '=', id).execute();
  await note(tx, 'standard_answer.removed', id);
});

/** Undoes the above. */
export const restoreStandardAnswer = verb('restoreStandardAnswer', async (tx, id: string) => {
  await keepable(tx, id);
  await tx.updateTable('standard_answer').set({ removed_at: null }).where('id', '=', id).execute();
  await note(tx, 'standard_answer.restored', id);
});

/** The own ones and the shared ones; those of somebody else do not exist. */
const readable = (tx: Tx) =>
  tx
    .selectFrom('standard_answer')
    .select(['id', 'owner_id', 'title', 'body'])
    .where((eb) => eb.or([eb('owner_id', 'is', null), eb('owner_id', '=', tx.actor.personId)]));

async function oneOf(tx: Tx, id: string) {
  if (!isId(id)) throw new NotFound();
  return found(await readable(tx).where('id', '=', id).executeTakeFirst());
}

async function keepable(tx: Tx, id: string): Promise<void> {
  const answer = await oneOf(tx, id);
  allow(answer.owner_id !== null || canKeepShared(tx.actor));
}

type Row = Awaited<ReturnType<typeof oneOf>>;

const answerFrom = ({ id, owner_id: ownerId, title, body }: Row): StandardAnswer => ({
  id,
  title,
  body,
  shared: ownerId === null,
});

const note = (tx: Tx, event: string, id: string) =>
  record(tx, { event, subject: { kind: 'standard_answer', id } });
