import { m } from '#messages';
import { formatDay } from '#platform/dates.ts';
import { localDay } from '#platform/days.ts';
import { found } from '#platform/errors.ts';
import type { Tx } from '#platform/server/scope.ts';
import { verb } from '#platform/server/verb.ts';
import { markAway, type Away } from '#rooms/people/server/index.ts';
import { fallsIn, type Telling } from '../standing.ts';
import { answerQuestion } from './answer.ts';
import { withdrawFollowUp } from './follow-up.ts';
import { standsWithMe } from './standing.ts';

/**
 * "Ik ben er niet". What waits moves on (move.ts). Whom one had promised to come back to in that time, or to call about
 * what was answered, is told at once if one says so. What changed meanwhile is left as it is. Returns the absence's id.
 */
export const goAway = verb('goAway', async (tx, away: Away, telling: Telling) => {
  const { questions, followUps } = await standsWithMe(tx);
  const id = await markAway(tx, found(tx.actor.personId), away);
  const [first, end] = [localDay(away.from ?? tx.now), away.until && localDay(away.until)];
  for (const one of followUps)
    if (telling.tellFollowUps.includes(one.id) && fallsIn(one.comeOn, first, end))
      await withdrawFollowUp(tx, one.id);
  for (const one of questions)
    if (telling.tellQuestions.includes(one.id) && !one.moves) await sayNotComing(tx, one.id, away);
  return id;
});

/** In the thread, as words of the helper: whoever is still stuck asks on, and somebody who is there gets it. */
const sayNotComing = (tx: Tx, questionId: string, { until }: Away) =>
  answerQuestion(tx, questionId, {
    body: until
      ? m.helpline_not_coming_until({ day: formatDay(new Date(until.getTime() - 1)) })
      : m.helpline_not_coming(),
    theme: null,
  });
