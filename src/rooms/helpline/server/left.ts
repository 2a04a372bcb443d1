import { m } from '#messages';
import { localDay } from '#platform/days.ts';
import type { Left } from '#platform/server/handed-in.ts';
import { later } from '#platform/server/jobs.ts';
import { enterAt, type Tx } from '#platform/server/scope.ts';
import { withdrawNotices } from '#rooms/notifications/server/index.ts';
import { answerQuestion } from './answer.ts';
import { stepBack } from './call-in.ts';
import { closeAsAsker } from './close.ts';
import { withdrawFollowUp } from './follow-up.ts';
import { calledIn, mine } from './seeing.ts';
import { standsWithMe } from './standing.ts';

/**
 * What stood with somebody who helps no longer, or is gone: what waits moves on as it does for whoever is away (move.ts),
 * promises are called off, open known problems go to the keeper. A begeleiding stays closed to everybody, and goes after
 * a while (forget.ts): who left by mistake loses nothing.
 */
export async function passOnHelp(tx: Tx, { personId, gone, keeperId }: Left): Promise<void> {
  // What only they may read is passed on in their name.
  const themself = { ...tx.actor, personId };
  await enterAt(tx, { actor: themself, moment: tx.now }, async (own) => {
    await callOff(own);
    await stepBackFromAll(own);
    if (gone) await askNothingMore(own);
  });
  if (gone) await nobodyComesBack(tx, personId);
  await tx
    .deleteFrom('question_reminder')
    .where('person_id', '=', personId)
    .where('told_at', 'is', null)
    .execute();
  await tx
    .updateTable('standard_answer')
    .set({ removed_at: tx.now })
    .where('owner_id', '=', personId)
    .where('removed_at', 'is', null)
    .execute();
  if (keeperId !== null)
    await tx
      .updateTable('known_problem')
      .set({ published_by: keeperId })
      .where('published_by', '=', personId)
      .where('ended_at', 'is', null)
      .execute();
  await later(tx, 'helpline.holderAway', { personId });
}

/** Whom they had promised to come back to hears that it is off; and so does who was to be called about an answer. */
async function callOff(own: Tx): Promise<void> {
  const { questions, followUps } = await standsWithMe(own);
  for (const { id } of followUps) await withdrawFollowUp(own, id);
  for (const { id, moves } of questions)
    if (!moves) await answerQuestion(own, id, { body: m.helpline_not_coming_left(), theme: null });
}

async function stepBackFromAll(own: Tx): Promise<void> {
  const asked = await calledIn(own)
    .where('done_at', 'is', null)
    .innerJoin('question', 'question.id', 'question_helper.question_id')
    .where('question.state', 'in', ['waiting', 'claimed', 'answered'])
    .execute();
  for (const { question_id: id } of asked) await stepBack(own, id);
}

/** Their own questions that nobody answered yet need no answer any more. What cannot wait stays with who has it. */
async function askNothingMore(own: Tx): Promise<void> {
  const open = await mine(own)
    .innerJoin('question', 'question.id', 'question_asker.question_id')
    .where('question.state', 'in', ['waiting', 'claimed'])
    .where('question.urgent', 'is', null)
    .execute();
  for (const { question_id: id } of open) await closeAsAsker(own, id, { helped: false });
}

/** Nobody is to look for them on the day. */
async function nobodyComesBack(tx: Tx, personId: string): Promise<void> {
  const off = await tx
    .updateTable('follow_up')
    .set({ state: 'withdrawn', question_id: null })
    .where('person_id', '=', personId)
    .where('state', 'in', ['proposed', 'agreed'])
    .where('come_on', '>=', localDay(tx.now))
    .returning(['id', 'coach_id'])
    .execute();
  for (const { id, coach_id: coachId } of off)
    await withdrawNotices(tx, { personId: coachId, subjectId: id });
}

/** How many questions wait in somebody's hands and how many known problems they published: never which, nor whose. */
export async function helpOf(tx: Tx, personId: string): Promise<{ questions: number; problems: number }> {
  const { questions, problems } = await tx
    .selectNoFrom((eb) => [
      eb
        .selectFrom('question')
        .where('holder_id', '=', personId)
        .where('state', 'in', ['waiting', 'claimed'])
        .select(({ fn }) => fn.countAll<string>().as('count'))
        .as('questions'),
      eb
        .selectFrom('known_problem')
        .where('published_by', '=', personId)
        .where('ended_at', 'is', null)
        .select(({ fn }) => fn.countAll<string>().as('count'))
        .as('problems'),
    ])
    .executeTakeFirstOrThrow();
  return { questions: Number(questions), problems: Number(problems) };
}
