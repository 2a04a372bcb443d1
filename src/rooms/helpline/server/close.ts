import { sql } from 'kysely';
import { newId } from '#platform/ids.ts';
import { localDay } from '#platform/days.ts';
import { allow, found, Invalid } from '#platform/errors.ts';
import type { Tx } from '#platform/server/scope.ts';
import { verb } from '#platform/server/verb.ts';
import { record } from '#rooms/activity/server/index.ts';
import { fileDocument } from '#rooms/search/server/index.ts';
import type { Release } from '../forms.ts';
import {
  canCloseAsAsker,
  canCloseAsHelper,
  canRelease,
  canStart,
  canTellIfAlone,
  type Question,
} from '../question.ts';
import { setApart, setJoinedApart } from './apart.ts';
import { namesAsker } from './asker-name.ts';
import { lockQuestion } from './seeing.ts';
import { endStep } from './steps.ts';

type Tap = 'helped' | 'not_helped' | 'can_do_it_alone' | 'not_yet_alone';

/** The first tap, "dit hielp?": closes the question. Counted once, however often it is reopened. */
export const closeAsAsker = verb('closeAsAsker', async (tx, id: string, { helped }: { helped: boolean }) => {
  const locked = await lockQuestion(tx, id);
  allow(canCloseAsAsker(tx.actor, locked));
  const question = await setApart(tx, locked);
  if (canStart('close', question.state)) await close(tx, question, 'asker');
  if (question.taps !== 'none') return;
  if (['waiting', 'claimed'].includes(question.state)) return withdraw(tx, id);
  await tx.updateTable('question').set({ taps: 'first' }).where('id', '=', id).execute();
  await count(tx, question, helped ? 'helped' : 'not_helped');
});

/** "Het hoeft niet meer", before anybody answered: there is nothing to ask about. */
async function withdraw(tx: Tx, id: string): Promise<void> {
  await tx.updateTable('question').set({ taps: 'both' }).where('id', '=', id).execute();
}

/** The second tap, "kan ik het nu zelf?". */
export const tellIfAlone = verb('tellIfAlone', async (tx, id: string, { alone }: { alone: boolean }) => {
  const question = await lockQuestion(tx, id);
  allow(canTellIfAlone(tx.actor, question));
  await tx.updateTable('question').set({ taps: 'both' }).where('id', '=', id).execute();
  await count(tx, question, alone ? 'can_do_it_alone' : 'not_yet_alone');
});

/** Solved in passing: the helper closes it. The asker can still say how it went. */
export const closeAsHelper = verb('closeAsHelper', async (tx, id: string) => {
  const question = await lockQuestion(tx, id);
  allow(canCloseAsHelper(tx.actor, question));
  await close(tx, question, 'helper');
});

async function close(tx: Tx, question: Question, by: 'asker' | 'helper'): Promise<void> {
  await tx
    .updateTable('question')
    .set({
      state: 'closed',
      closed_at: tx.now,
      closed_by: by,
      waits_until: null,
      changed_at: tx.now,
    })
    .where('id', '=', question.id)
    .execute();
  await endStep(tx, question.id, 'closed');
  await setJoinedApart(tx, question.id);
  await record(tx, {
    event: 'question.closed',
    subject: { kind: 'question', id: question.id },
    byAsker: by === 'asker',
  });
}

/** Adds one to the total of theme and month. The question itself keeps only that it was tapped. */
async function count(tx: Tx, question: Question, tap: Tap): Promise<void> {
  await tx
    .insertInto('closing_total')
    .values({ theme: question.theme ?? 'other', month: `${localDay(tx.now).slice(0, 7)}-01`, [tap]: 1 })
    .onConflict((conflict) =>
      conflict
        .columns(['organisation_id', 'theme', 'month'])
        .doUpdateSet({ [tap]: sql`${sql.ref(`closing_total.${tap}`)} + 1` }),
    )
    .execute();
}

/**
 * A coach gives the answer to others, in own wording, without asker, unit or date. A second time
 * replaces the first. Returns its id.
 */
export const releaseAnswer = verb('releaseAnswer', async (tx, id: string, { title, body }: Release) => {
  const question = await lockQuestion(tx, id);
  allow(canRelease(tx.actor, question));
  if (await namesAsker(tx, id, `${title} ${body}`)) throw new Invalid({ body: 'helpline_release_has_name' });
  const row = await tx
    .insertInto('shared_answer')
    .values({ id: newId(), question_id: id, title, body, theme: question.theme ?? 'other' })
    .onConflict((conflict) =>
      conflict.columns(['organisation_id', 'question_id']).doUpdateSet({ title, body }),
    )
    .returning('id')
    .executeTakeFirst();
  const answerId = found(row).id;
  await fileDocument(tx, { kind: 'answer', subjectId: answerId, title, body });
  await record(tx, { event: 'answer.shared', subject: { kind: 'question', id }, particulars: { answerId } });
  return answerId;
});
