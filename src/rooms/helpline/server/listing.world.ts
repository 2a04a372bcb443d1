import type { Who } from '#platform/server/scope.ts';
import type { ListName } from '../listing.ts';
import { questionsListed } from './index.ts';

const whole = (list: ListName, limit = 60) => ({ list, theme: null, search: '', after: null, limit });

/** What somebody asked, the latest movement first. */
export const myQuestions = (who: Who, { limit }: { limit: number }) =>
  questionsListed(who, whole('mine', limit));

/** What is in the hands of whoever helps, and open in their unit. */
export async function questionsForMe(who: Who) {
  const mine = await questionsListed(who, whole('for_me'));
  const ofUnit = await questionsListed(who, whole('unit'));
  return { mine: mine.rows, ofUnit: ofUnit.rows, now: mine.now };
}
