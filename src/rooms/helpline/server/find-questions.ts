import { verb } from '#platform/server/verb.ts';
import { findAmong } from '#rooms/search/server/index.ts';
import { visibleQuestions } from './seeing.ts';

/** The questions that look like the text, among those that the actor may read and no others. Best first. */
export const findQuestions = verb(
  'findQuestions',
  async (tx, { text, limit }: { text: string; limit: number }) => {
    const ids = tx.selectFrom(visibleQuestions(tx).as('question')).select('question.id');
    const hits = await findAmong(tx, { text, kind: 'question', ids, limit });
    return hits.map(({ id, title, why }) => ({ id, title, why }));
  },
);
