import type { ExpressionBuilder, NotNull } from 'kysely';
import type { DB } from '#db/types.ts';
import { m } from '#messages';
import { allow, Conflict, found } from '#platform/errors.ts';
import { isId } from '#platform/ids.ts';
import type { Tx } from '#platform/server/scope.ts';
import { verb } from '#platform/server/verb.ts';
import { record } from '#rooms/activity/server/index.ts';
import { notify, withdrawNotices } from '#rooms/notifications/server/index.ts';
import { fullName } from '#rooms/people/name.ts';
import type { CallIn } from '../helping-forms.ts';
import type { Pickable } from '../helping-seen.ts';
import { canCallIn, canPickHelper, canStepBack, type Question } from '../question.ts';
import { askerOf } from './cover.ts';
import { refuseName, writeAsHelper } from './messages.ts';
import { helpersToPick } from './pick.ts';
import { lockQuestion, seenQuestion } from './seeing.ts';
import { tellHolder } from './taking.ts';

/** Experts and ICT, who fits first. Under cover there is nobody to pick for one who does not know the asker. */
export const expertsToAsk = verb('expertsToAsk', async (tx, id: string): Promise<Pickable[]> => {
  const question = await seenQuestion(tx, id);
  allow(canCallIn(tx.actor, question));
  return canPickHelper(question, (await askerOf(tx, id)) !== null) ? experts(tx, question) : [];
});

const experts = (tx: Tx, question: Question) =>
  helpersToPick(tx, question, ({ isExpert, isIct }) => isExpert || isIct);

/**
 * Asks somebody who knows more: the one who is picked, else who fits best and is there first. They read along, note
 * and answer; the question stays where it is. Returns whom.
 */
export const callIn = verb('callIn', async (tx, id: string, { personId, note }: CallIn) => {
  const question = await lockQuestion(tx, id);
  allow(canCallIn(tx.actor, question));
  allow(!personId || canPickHelper(question, (await askerOf(tx, id)) !== null));
  const choice = await experts(tx, question);
  if (choice.length === 0) throw new Conflict('helpline_no_expert');
  const expert = found(personId ? choice.find((one) => one.personId === personId) : choice[0]);
  await tx
    .insertInto('question_helper')
    .values({
      question_id: id,
      person_id: expert.personId,
      called_by: tx.actor.personId,
      called_at: tx.now,
      why: 'expert',
    })
    .onConflict((conflict) =>
      conflict
        .columns(['organisation_id', 'question_id', 'person_id'])
        .doUpdateSet({ called_by: tx.actor.personId, called_at: tx.now, done_at: null }),
    )
    .execute();
  await refuseName(tx, question, { note });
  if (note) await writeAsHelper(tx, { questionId: id, kind: 'note', body: note });
  await record(tx, {
    event: 'question.expert_asked',
    subject: { kind: 'question', id },
    particulars: { personId: expert.personId },
  });
  await notify(tx, { personId: expert.personId, kind: 'question.expert_asked', subjectId: id });
  return expert;
});

/**
 * "Toch niet nodig": undoes asking somebody for advice, as long as they are not done. Who wrote nothing never was
 * asked, and sees the question no more; what they wrote stays, and they may read what became of it. Returns whom.
 */
export const withdrawCallIn = verb('withdrawCallIn', async (tx, id: string, personId: string) => {
  const question = await lockQuestion(tx, id);
  allow(canCallIn(tx.actor, question));
  const expert = found(await running(tx, id, personId));
  const called = (eb: ExpressionBuilder<DB, 'question_helper'>) =>
    eb.and({ question_id: id, person_id: personId });
  if (expert.hasWritten)
    await tx.updateTable('question_helper').set({ done_at: tx.now }).where(called).execute();
  else await tx.deleteFrom('question_helper').where(called).execute();
  await withdrawNotices(tx, { personId, subjectId: id });
  const body = m.helpline_advice_withdrawn({ name: fullName(expert) });
  await writeAsHelper(tx, { questionId: id, kind: 'note', body });
  await record(tx, {
    event: 'question.expert_withdrawn',
    subject: { kind: 'question', id },
    particulars: { personId },
  });
  return expert;
});

/** Whom the helper asked for advice and who is not done yet; ICT, who was called in for what cannot wait, stays. */
async function running(tx: Tx, questionId: string, personId: string) {
  if (!isId(personId)) return undefined;
  const row = await tx
    .selectFrom('question_helper as called')
    .innerJoin('named as person', 'person.id', 'called.person_id')
    .where('called.question_id', '=', questionId)
    .where('called.person_id', '=', personId)
    .where('called.why', '=', 'expert')
    .where('called.done_at', 'is', null)
    .select(['person.first_name', 'person.last_name'])
    .$narrowType<{ first_name: NotNull; last_name: NotNull }>()
    .select((eb) =>
      eb
        .exists(
          eb
            .selectFrom('question_message as wrote')
            .whereRef('wrote.question_id', '=', 'called.question_id')
            .whereRef('wrote.author_id', '=', 'called.person_id')
            .select('wrote.id'),
        )
        .as('has_written'),
    )
    .executeTakeFirst();
  return row && { firstName: row.first_name, lastName: row.last_name, hasWritten: Boolean(row.has_written) };
}

/** "Ik weet het ook niet": whoever was called in is done with it, and the holder knows. */
export const stepBack = verb('stepBack', async (tx, id: string) => {
  const question = await lockQuestion(tx, id);
  allow(canStepBack(tx.actor, question));
  if (!(await endCallIn(tx, id))) return;
  await record(tx, { event: 'question.expert_done', subject: { kind: 'question', id } });
  await tellHolder(tx, question, 'unknown');
});

/** The one who acts is done with what they were called in for; false when they were already. */
export async function endCallIn(tx: Tx, questionId: string): Promise<boolean> {
  const ended = await tx
    .updateTable('question_helper')
    .set({ done_at: tx.now })
    .where('question_id', '=', questionId)
    .where('person_id', '=', tx.actor.personId)
    .where('done_at', 'is', null)
    .returning('person_id')
    .executeTakeFirst();
  return ended !== undefined;
}
