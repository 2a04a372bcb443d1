import { allow, Invalid } from '#platform/errors.ts';
import { isId, newId } from '#platform/ids.ts';
import type { Tx } from '#platform/server/scope.ts';
import { verb } from '#platform/server/verb.ts';
import { record } from '#rooms/activity/server/index.ts';
import { bindAddress } from '#rooms/organisations/server/index.ts';
import { titleOf, type Question } from '../question.ts';
import { after, claimedForMinutes } from '../routing.ts';
import { canSplit } from '../splitting.ts';
import { guessTheme } from '../theme-guess.ts';
import { fileQuestion } from './filing.ts';
import { tellThoseWhoWatch } from './live.ts';
import { lockQuestion } from './seeing.ts';
import { beginStep, worldOf } from './steps.ts';

/**
 * What the asker wrote about something else becomes a question of its own, of the same asker, with the helper who
 * splits it off. The first of the chosen messages becomes its text, the others follow. Returns the new id. Invalid at
 * `messages` when none of them can be split off.
 */
export const splitQuestion = verb(
  'splitQuestion',
  async (tx, fromId: string, { messages }: { messages: readonly string[] }) => {
    const from = await lockQuestion(tx, fromId);
    allow(canSplit(tx.actor, from));
    const [first, ...rest] = await messagesOfAsker(tx, fromId, messages);
    if (!first) throw new Invalid({ messages: 'helpline_split_choose' });
    const intoId = await insertSplitOff(tx, from, first);
    await tx.deleteFrom('question_message').where('id', '=', first.id).execute();
    const moved = rest.map(({ id }) => id);
    if (moved.length > 0)
      await tx
        .updateTable('question_message')
        .set({ question_id: intoId })
        .where('id', 'in', moved)
        .execute();
    await insertSplit(tx, { fromId, intoId, messageIds: [first.id, ...moved] });
    await fileQuestion(tx, fromId);
    await fileQuestion(tx, intoId);
    await recordSplit(tx, 'question.split', { fromId, intoId });
    return intoId;
  },
);

type Written = { id: string; body: string; written_at: Date };

/** What the asker wrote, and nothing else: what a helper said belongs to the question it was said to. */
async function messagesOfAsker(tx: Tx, questionId: string, ids: readonly string[]): Promise<Written[]> {
  const wanted = ids.filter(isId);
  if (wanted.length === 0) return [];
  return tx
    .selectFrom('question_message')
    .select(['id', 'body', 'written_at'])
    .where('question_id', '=', questionId)
    .where('sender', '=', 'asker')
    .where('id', 'in', wanted)
    .orderBy('written_at')
    .orderBy('id')
    .execute();
}

/** The new question is as old as its first words; the helper who makes it is at it. */
async function insertSplitOff(tx: Tx, from: Question, first: Written): Promise<string> {
  const id = newId(tx.now.getTime());
  const me = tx.actor.personId!;
  const world = await worldOf(tx, from);
  const waitsUntil = after(world.calendar, tx.now, claimedForMinutes);
  await tx
    .insertInto('question')
    .values((eb) => ({
      id,
      unit_id: from.unitId,
      theme: guessTheme(first.body) ?? from.theme,
      title: titleOf(first.body),
      body: first.body,
      channel: eb.selectFrom('question as origin').where('origin.id', '=', from.id).select('origin.channel'),
      outside_unit: from.outsideUnit,
      state: 'claimed',
      asked_at: first.written_at,
      changed_at: tx.now,
      holder_id: me,
      waits_until: waitsUntil,
      round_started_at: tx.now,
    }))
    .execute();
  await tx
    .insertInto('question_asker')
    .columns(['question_id', 'person_id'])
    .expression((eb) =>
      eb
        .selectFrom('question_asker')
        .where('question_id', '=', from.id)
        .select([eb.val(id).as('question_id'), 'person_id']),
    )
    .execute();
  await bindAddress(tx, { kind: 'question', lookup: id, subjectId: id });
  await beginStep(tx, { questionId: id, personId: me, reason: { kind: 'claimed' }, ending: 'taken' });
  return id;
}

export type SplitOff = { fromId: string; intoId: string };

async function insertSplit(
  tx: Tx,
  { fromId, intoId, messageIds }: SplitOff & { messageIds: string[] },
): Promise<void> {
  await tx
    .insertInto('question_split')
    .values({
      id: newId(tx.now.getTime()),
      from_id: fromId,
      into_id: intoId,
      split_by: tx.actor.personId,
      split_at: tx.now,
      message_ids: messageIds,
    })
    .execute();
}

/** In the log of both questions, each naming the other; and whoever has them open sees it. */
export async function recordSplit(tx: Tx, event: string, { fromId, intoId }: SplitOff): Promise<void> {
  await record(tx, { event, subject: { kind: 'question', id: fromId }, particulars: { intoId } });
  await record(tx, { event, subject: { kind: 'question', id: intoId }, particulars: { fromId } });
  for (const id of [fromId, intoId]) await tellThoseWhoWatch(tx, { id, underCover: false });
}
