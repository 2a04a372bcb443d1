import type { ExpressionBuilder } from 'kysely';
import type { DB } from '#db/types.ts';
import { newId } from '#platform/ids.ts';
import { allow, Conflict, Invalid } from '#platform/errors.ts';
import { inOrganisation, type Actor, type Tx } from '#platform/server/scope.ts';
import { verb } from '#platform/server/verb.ts';
import { notify } from '#rooms/notifications/server/index.ts';
import { isAwayNow } from '#rooms/people/server/index.ts';
import type { Reminder } from '../helping-forms.ts';
import { canBeReminded, type Question } from '../question.ts';
import { reminderChoices, reminderOn } from '../reminder-times.ts';
import { lockQuestion, seenQuestion } from './seeing.ts';
import { routingWorld } from './steps.ts';

const calendarOf = async (tx: Tx, question: Question) =>
  (await routingWorld(tx, { ...question, askerId: null })).calendar;

/** The moments one may choose between, in the opening hours of the unit. */
export const reminderMoments = verb('reminderMoments', async (tx, id: string) => {
  const question = await seenQuestion(tx, id);
  allow(canBeReminded(tx.actor, question));
  return { choices: reminderChoices(await calendarOf(tx, question), tx.now), now: tx.now };
});

/** Reminds this helper of the question. A second time replaces the first. Returns the moment. */
export const remindMe = verb('remindMe', async (tx, id: string, reminder: Reminder) => {
  const question = await lockQuestion(tx, id);
  allow(canBeReminded(tx.actor, question));
  const at = momentOf(reminder, await calendarOf(tx, question), tx.now);
  await dropReminder(tx, id);
  await tx
    .insertInto('question_reminder')
    .values({ id: newId(), question_id: id, person_id: tx.actor.personId!, due_at: at })
    .execute();
  return at;
});

function momentOf({ when, day }: Reminder, calendar: Parameters<typeof reminderChoices>[0], now: Date): Date {
  if (when !== 'on_day') {
    const chosen = reminderChoices(calendar, now).find(({ choice }) => choice === when);
    if (!chosen) throw new Conflict('helpline_afternoon_past');
    return chosen.at;
  }
  const at = day ? reminderOn(calendar, day, now) : null;
  if (!at) throw new Invalid({ day: 'helpline_reminder_day_past' });
  return at;
}

export const cancelReminder = verb('cancelReminder', async (tx, id: string) => {
  await seenQuestion(tx, id);
  await dropReminder(tx, id);
});

const dropReminder = (tx: Tx, questionId: string) =>
  tx
    .deleteFrom('question_reminder')
    .where('question_id', '=', questionId)
    .where('person_id', '=', tx.actor.personId)
    .where('told_at', 'is', null)
    .execute();

/**
 * Tells whoever is to be reminded now; who is away hears it when they are back. A closed question is left in peace, and
 * so is whoever helps with it no more, as if they never had. Any number of workers may do it.
 */
export const tellReminders = (actor: Actor): Promise<void> =>
  inOrganisation(actor, async (tx) => {
    const due = await tx
      .selectFrom('question_reminder')
      .innerJoin('question', 'question.id', 'question_reminder.question_id')
      .select(['question_reminder.id', 'question_reminder.question_id', 'question_reminder.person_id'])
      .select('question.state')
      .select((eb) => eb.or([eb.exists(turnOf(eb)), eb.exists(callOf(eb))]).as('helps'))
      .where('told_at', 'is', null)
      .where('due_at', '<=', tx.now)
      .where(({ not }) => not(isAwayNow(tx, 'question_reminder.person_id')))
      .orderBy('due_at')
      .limit(100)
      .forUpdate('question_reminder')
      .skipLocked()
      .execute();
    for (const { id, question_id: subjectId, person_id: personId, state, helps } of due) {
      await tx.updateTable('question_reminder').set({ told_at: tx.now }).where('id', '=', id).execute();
      if (state !== 'closed' && helps) await notify(tx, { personId, kind: 'question.remind', subjectId });
    }
  });

type Due = ExpressionBuilder<DB, 'question_reminder'>;

const turnOf = (eb: Due) =>
  eb
    .selectFrom('question_step as turn')
    .whereRef('turn.question_id', '=', 'question_reminder.question_id')
    .whereRef('turn.person_id', '=', 'question_reminder.person_id')
    .select('turn.id');

const callOf = (eb: Due) =>
  eb
    .selectFrom('question_helper as called')
    .whereRef('called.question_id', '=', 'question_reminder.question_id')
    .whereRef('called.person_id', '=', 'question_reminder.person_id')
    .select('called.person_id');
