import { localDay } from '#platform/days.ts';
import { found } from '#platform/errors.ts';
import type { Tx } from '#platform/server/scope.ts';
import { verb } from '#platform/server/verb.ts';
import type { FollowUpSeen } from '../follow-up.ts';
import type { Standing, StandingQuestion } from '../standing.ts';
import { followUpsAround, seenBy } from './follow-up-seen.ts';
import { rowFrom, rows } from './list-rows.ts';

/** What one promised and what waits in one's hands: to be read before one goes away. */
export const standsWithMe = verb('standsWithMe', async (tx): Promise<Standing> => {
  const [followUps, questions] = [await followUpsOf(tx), await questionsOf(tx)];
  return { questions, followUps, reminders: await remindersOf(tx), now: tx.now };
});

/**
 * What waits for an answer moves on by itself. What was answered stays: it is named when "ik bel" or "ik kom langs" was
 * the last that its helper said.
 */
async function questionsOf(tx: Tx): Promise<StandingQuestion[]> {
  const me = found(tx.actor.personId);
  const read = await rows(tx)
    .where('question.id', 'in', (eb) =>
      eb
        .selectFrom('question as held')
        .where('held.holder_id', '=', me)
        .where('held.state', 'in', ['waiting', 'claimed', 'answered'])
        .select('held.id'),
    )
    .leftJoinLateral(
      (eb) =>
        eb
          .selectFrom('question_message as said')
          .whereRef('said.question_id', '=', 'question.id')
          .where('said.author_id', '=', me)
          .where('said.kind', '!=', 'note')
          .select('said.kind as last_said')
          .orderBy('said.written_at', 'desc')
          .orderBy('said.id', 'desc')
          .limit(1)
          .as('last'),
      (join) => join.onTrue(),
    )
    .where((eb) =>
      eb.or([eb('question.state', '!=', 'answered'), eb('last.last_said', 'in', ['call', 'visit'])]),
    )
    .select('last.last_said')
    .orderBy('question.asked_at')
    .orderBy('question.id')
    .execute();
  return read.map(({ last_said: said, ...row }) => {
    const { id, title, askerName, state } = rowFrom(row, new Set());
    const promise = said === 'call' || said === 'visit' ? said : null;
    return { id, title, askerName, promise, moves: state !== 'answered' };
  });
}

const followUpsOf = async (tx: Tx): Promise<FollowUpSeen[]> =>
  (await followUpsAround(tx).execute())
    .map((row) => seenBy(found(tx.actor.personId), row))
    .filter(({ iAmCoach, state, comeOn }) => iAmCoach && state !== 'declined' && comeOn >= localDay(tx.now));

async function remindersOf(tx: Tx): Promise<Standing['reminders']> {
  const read = await rows(tx)
    .innerJoin('question_reminder as reminder', 'reminder.question_id', 'question.id')
    .where('reminder.person_id', '=', tx.actor.personId)
    .where('reminder.told_at', 'is', null)
    .where('question.state', 'not in', ['closed', 'merged'])
    .select('reminder.due_at')
    .orderBy('reminder.due_at')
    .execute();
  return read.map(({ id, title, due_at: dueAt }) => ({ id, title, dueAt }));
}
