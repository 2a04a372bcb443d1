import { verb } from '#platform/server/verb.ts';
import { titleOf } from '../document.ts';
import type { WrittenStep } from '../steps.ts';
import { textOf } from './texts.ts';
import { wordDocument } from './word.ts';

/** The text of a step as a document for a word processor, with what is known filled in. */
export const stepDocument = verb('stepDocument', async (tx, step: WrittenStep) => {
  const { filled } = await textOf(tx, step);
  const title = titleOf(filled) ?? step;
  return { title, bytes: await wordDocument(filled, title) };
});
