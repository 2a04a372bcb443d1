import { addDays, localDay } from '#platform/days.ts';
import { Invalid } from '#platform/errors.ts';
import type { Tx } from '#platform/server/scope.ts';
import { verb } from '#platform/server/verb.ts';
import type { Answer, Answers } from '../staff/answers.ts';
import type { Question } from '../staff/doubts.ts';
import { employerIsHere } from './appointment-by-hand.ts';
import { planNow } from './staff-plan.ts';
import { oneImportAtATime, waitingList } from './staff-waiting.ts';

/* What is decided about a list that waits, before it is taken over. It is kept with the list, and goes with it. */

/** By the key of a question; 'leave' takes an answer back. */
export type DoubtAnswers = Readonly<Record<string, Answer | 'leave'>>;

/**
 * Answers questions of whether two are one. `alike` answers all that are open and look like it (`looks` of a
 * Question). What is no question of this list is passed over.
 */
export const answerStaffDoubts = verb(
  'answerStaffDoubts',
  async (tx, id: string, given: { pairs: DoubtAnswers } | { alike: Answer }) => {
    await oneImportAtATime(tx);
    const waiting = await waitingList(tx, id);
    const { questions } = (await planNow(tx, waiting)).plan;
    const pairs = new Map(Object.entries(waiting.answers.pairs));
    for (const question of questions) {
      const answer = answerTo(question, given);
      if (answer === 'leave') pairs.delete(question.key);
      else if (answer) pairs.set(question.key, answer);
    }
    await keep(tx, id, { ...waiting.answers, pairs: Object.fromEntries(pairs) });
  },
);

function answerTo(question: Question, given: { pairs: DoubtAnswers } | { alike: Answer }) {
  if ('pairs' in given) {
    const answer = given.pairs[question.key];
    // Two people we know are never made one by a list.
    return question.isTwoKnown && answer === 'same' ? undefined : answer;
  }
  const isPlain = question.looks === given.alike && !(question.isTwoKnown && given.alike === 'same');
  return isPlain && question.answer === null ? given.alike : undefined;
}

/** Who is not in the list stops or stays. `sureOf`: how many, said by somebody who was asked twice. */
export type EndingGiven = { employerId: string; ends: boolean; lastDay: string; sureOf: number | null };

/** Longer ago is a slip of the finger. */
const longestAgoDays = 366;

/**
 * Decides for one employer of the list. Invalid for a day that cannot be or on which nobody of the missing worked here,
 * or when an unusual number needs a second yes.
 */
export const decideStaffEnding = verb('decideStaffEnding', async (tx, id: string, given: EndingGiven) => {
  await oneImportAtATime(tx);
  const waiting = await waitingList(tx, id);
  const { employerId, ...choice } = given;
  await employerIsHere(tx, employerId);
  const today = localDay(tx.now);
  if (choice.lastDay >= today || choice.lastDay < addDays(today, -longestAgoDays))
    throw new Invalid({ lastDay: 'people_ending_bad_day' });
  const answers = { ...waiting.answers, endings: { ...waiting.answers.endings, [employerId]: choice } };
  const group = (await planNow(tx, { ...waiting, answers })).plan.endings.find(
    (one) => one.employerId === employerId,
  );
  if (!group) throw new Invalid({ lastDay: 'people_ending_bad_day' });
  if (group.isMany && choice.ends && !group.ends) throw new Invalid({ sure: 'people_ending_not_sure' });
  await keep(tx, id, answers);
});

const keep = (tx: Tx, id: string, answers: Answers) =>
  tx
    .updateTable('staff_import')
    .set({ decided: JSON.stringify(answers) })
    .where('id', '=', id)
    .execute();
