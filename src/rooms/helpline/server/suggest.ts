import { sql } from 'kysely';
import { isId } from '#platform/ids.ts';
import { found, NotFound } from '#platform/errors.ts';
import { verb } from '#platform/server/verb.ts';
import { findLike } from '#rooms/search/server/index.ts';
import type { Theme } from '#rooms/organisations/themes.ts';

const suggestions = 3;

/**
 * Up to three known problems, tips and shared answers that look like what is being typed, with the words they match.
 * What is broken now comes first.
 */
export const suggestAnswers = verb('suggestAnswers', async (tx, text: string) => {
  const found = await findLike(tx, { text, onlyClose: true, kinds: ['problem', 'tip', 'answer'], limit: 12 });
  const broken = found.filter(({ kind }) => kind === 'problem').slice(0, suggestions - 1);
  const others = found.filter(({ kind }) => kind !== 'problem');
  return [...broken, ...others].slice(0, suggestions);
});

/** A shared answer: what a coach released, without asker, unit or date. */
export const sharedAnswerHere = verb('sharedAnswerHere', async (tx, id: string) => {
  if (!isId(id)) throw new NotFound();
  const row = await tx
    .selectFrom('shared_answer')
    .select(['id', 'title', 'body', 'theme'])
    .where('id', '=', id)
    .executeTakeFirst();
  const answer = found(row);
  return { ...answer, theme: answer.theme as Theme };
});

export const thisAnswerHelps = verb('thisAnswerHelps', async (tx, id: string) => {
  if (!isId(id)) throw new NotFound();
  const row = await tx
    .updateTable('shared_answer')
    .set({ helped: sql`helped + 1` })
    .where('id', '=', id)
    .returning('id')
    .executeTakeFirst();
  found(row);
});
