import { sql, type ExpressionBuilder, type NotNull } from 'kysely';
import { jsonArrayFrom, jsonObjectFrom } from 'kysely/helpers/postgres';
import type { DB } from '#db/types.ts';
import { isId } from '#platform/ids.ts';
import { found, NotFound } from '#platform/errors.ts';
import { onceIn, type Tx } from '#platform/server/scope.ts';
import type { Name } from '#rooms/people/name.ts';
import { fullName } from '#rooms/people/name.ts';
import type { MessageKind, StepEnding, StepReason } from '../question.ts';
import type { CalledIn } from '../helping-seen.ts';
import { questionFrom, visibleQuestions } from './seeing.ts';
import { tied } from './ties.ts';

/**
 * A question that the actor may see and all that hangs on it, in one statement: each part is a few rows, and a page
 * that asked for them one by one would wait ten times. Or NotFound.
 */
export const threadRow = (tx: Tx, id: string) =>
  onceIn(tx, `helpline.thread ${id}`, () => readThread(tx, id));

async function readThread(tx: Tx, id: string) {
  if (!isId(id)) throw new NotFound();
  const row = found(
    await visibleQuestions(tx, id)
      .select((eb) => [
        eb.selectFrom('unit').whereRef('unit.id', '=', 'question.unit_id').select('name').as('unit_name'),
        namedBy(eb, 'question.holder_id').as('holder'),
        namedBy(eb, 'question.noted_by').as('noter'),
        seesName(eb).as('sees_name'),
        asker(eb).as('asker'),
        jsonObjectFrom(
          eb
            .selectFrom('shared_answer')
            .whereRef('shared_answer.question_id', '=', 'question.id')
            .select(['id', 'title', 'body']),
        ).as('shared'),
        messages(eb).as('messages'),
        steps(eb).as('steps'),
        calledIn(eb).as('called_in'),
        eb
          .selectFrom('question_reminder as reminder')
          .whereRef('reminder.question_id', '=', 'question.id')
          .where('reminder.person_id', '=', tx.actor.personId)
          .where('reminder.told_at', 'is', null)
          .select('reminder.due_at')
          .as('reminder_at'),
        jsonArrayFrom(tied(tx, id)).as('ties'),
      ])
      .executeTakeFirst(),
  );
  return {
    question: questionFrom(row),
    unitName: row.unit_name ?? '',
    holder: row.holder,
    noter: row.noter,
    seesName: row.sees_name,
    asker: row.asker,
    sharedAnswer: row.shared,
    reminderAt: row.reminder_at,
    ties: row.ties,
    messages: row.messages.map((one) => ({
      ...one,
      sender: one.sender as 'asker' | 'helper',
      kind: one.kind as MessageKind,
      author: nameFrom(one),
      writtenAt: new Date(one.writtenAt),
    })),
    steps: row.steps.map((one) => ({
      personId: one.personId,
      name: nameFrom(one) ?? { firstName: '', lastName: '' },
      about: fullName(nameFrom({ firstName: one.aboutFirst, lastName: one.aboutLast })) ?? one.aboutUnit,
      reason: one.reason as unknown as StepReason,
      ending: one.ending as StepEnding | null,
      startedAt: new Date(one.startedAt),
      presentFrom: new Date(one.presentFrom),
    })),
    calledIn: row.called_in.map((one): CalledIn => ({
      ...one,
      why: one.why as CalledIn['why'],
      calledAt: new Date(one.calledAt),
      doneAt: one.doneAt === null ? null : new Date(one.doneAt),
    })),
  };
}

type Of = ExpressionBuilder<DB, 'question'>;

const nameFrom = ({
  firstName,
  lastName,
}: {
  firstName: string | null;
  lastName: string | null;
}): Name | null => (firstName === null ? null : { firstName, lastName: lastName ?? '' });

const namedBy = (eb: Of, id: 'question.holder_id' | 'question.noted_by') =>
  jsonObjectFrom(
    eb
      .selectFrom('named')
      .whereRef('named.id', '=', id)
      .select(['first_name as firstName', 'last_name as lastName'])
      .$narrowType<{ firstName: NotNull; lastName: NotNull }>(),
  );

/** Under cover the one coach who sees the name, for whoever may read that; nobody once that coach is gone. */
const seesName = (eb: Of) =>
  jsonObjectFrom(
    eb
      .selectFrom('question_asker as asked')
      .innerJoin('named', 'named.id', 'asked.coach_id')
      .where('named.works_here', '=', true)
      .whereRef('asked.question_id', '=', 'question.id')
      .select(['first_name as firstName', 'last_name as lastName'])
      .$narrowType<{ firstName: NotNull; lastName: NotNull }>(),
  );

/** Whoever may read the row; with the ways to reach them that are known. */
const asker = (eb: Of) =>
  jsonObjectFrom(
    eb
      .selectFrom('question_asker as asked')
      .innerJoin('named as person', 'person.id', 'asked.person_id')
      .whereRef('asked.question_id', '=', 'question.id')
      .select(['person.id', 'first_name as firstName', 'last_name as lastName', 'phone'])
      .$narrowType<{ id: NotNull; firstName: NotNull; lastName: NotNull }>()
      .select((own) => own('email', 'is not', null).as('readsMail'))
      .select((own) =>
        own
          .selectFrom('appointment')
          .whereRef('appointment.person_id', '=', 'person.id')
          .where(
            sql<boolean>`coalesce(starts_on, '-infinity') <= (app_now() at time zone 'Europe/Brussels')::date`,
          )
          .where(
            sql<boolean>`coalesce(ends_on, 'infinity') >= (app_now() at time zone 'Europe/Brussels')::date`,
          )
          .orderBy('starts_on')
          .orderBy('appointment.id')
          .limit(1)
          .select('location')
          .as('place'),
      ),
  );

const messages = (eb: Of) =>
  jsonArrayFrom(
    eb
      .selectFrom('question_message as message')
      .leftJoin('named as author', 'author.id', 'message.author_id')
      .whereRef('message.question_id', '=', 'question.id')
      .select(['message.id', 'sender', 'kind', 'author_id as authorId', 'body', 'written_at as writtenAt'])
      .select(['author.first_name as firstName', 'author.last_name as lastName', 'author.phone'])
      .orderBy('written_at')
      .orderBy('message.id'),
  );

/** Every turn, and while it is answered together with another the turn that runs there. */
const steps = (eb: Of) =>
  jsonArrayFrom(
    eb
      .selectFrom('question_step as step')
      .leftJoin('named as person', 'person.id', 'step.person_id')
      .leftJoin('unit', (join) => join.on('unit.id', '=', sql<string>`(step.reason ->> 'unitId')::uuid`))
      .leftJoin('named as spoken_of', (join) =>
        join.on(
          'spoken_of.id',
          '=',
          sql<string>`coalesce(step.reason ->> 'forId', step.reason ->> 'byId')::uuid`,
        ),
      )
      .where((own) =>
        own.or([
          own('step.question_id', '=', own.ref('question.id')),
          own.and([
            own('step.ended_at', 'is', null),
            own(
              'step.question_id',
              'in',
              own
                .selectFrom('question_merge as merge')
                .whereRef('merge.from_id', '=', 'question.id')
                .where('merge.undone_at', 'is', null)
                .select('merge.into_id'),
            ),
          ]),
        ]),
      )
      .select(['step.person_id as personId', 'step.reason', 'step.started_at as startedAt', 'step.ending'])
      .select(['step.present_from as presentFrom', 'unit.name as aboutUnit'])
      .select(['spoken_of.first_name as aboutFirst', 'spoken_of.last_name as aboutLast'])
      .select(['person.first_name as firstName', 'person.last_name as lastName'])
      .orderBy('step.started_at')
      .orderBy('step.id'),
  );

const calledIn = (eb: Of) =>
  jsonArrayFrom(
    eb
      .selectFrom('question_helper as called')
      .innerJoin('named as person', 'person.id', 'called.person_id')
      .whereRef('called.question_id', '=', 'question.id')
      .select(['person.id as personId', 'first_name as firstName', 'last_name as lastName'])
      .select(['called.why', 'called.called_at as calledAt', 'called.done_at as doneAt'])
      .$narrowType<{ personId: NotNull; firstName: NotNull; lastName: NotNull }>()
      .orderBy('called.called_at')
      .orderBy('person.id'),
  );
