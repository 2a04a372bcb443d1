import { allow } from '#platform/errors.ts';
import { verb } from '#platform/server/verb.ts';
import type { HelperSide } from '../helping-seen.ts';
import { canReadNotes, canSayComing } from '../question.ts';
import { threadRow } from './thread-row.ts';

/** What a helper's page needs beside the thread. Never for the asker. */
export const helperSide = verb('helperSide', async (tx, id: string): Promise<HelperSide> => {
  const { question, asker, calledIn, reminderAt } = await threadRow(tx, id);
  allow(!question.isMine);
  const mayReach = asker !== null && canSayComing(tx.actor, question, true);
  return {
    calledIn: canReadNotes(tx.actor, question) ? calledIn : [],
    reminderAt,
    reach: mayReach ? { phone: asker.phone, place: asker.place } : { phone: null, place: null },
  };
});
