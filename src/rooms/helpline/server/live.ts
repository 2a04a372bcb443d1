import { sql } from 'kysely';
import { announce } from '#platform/server/live-announce.ts';
import type { Tx } from '#platform/server/scope.ts';
import type { Question } from '../question.ts';
import { askerBehind } from './cover.ts';

/**
 * A question changes: with the commit the pages of everybody who may have it open ask anew. These are the asker, whoever
 * noted it, has or had it or was called in, and, while it is open to all coaches of its unit, those; who gets it only now hears by
 * a notification. Under cover the asker is told apart, and not of which question.
 */
export async function tellThoseWhoWatch(
  tx: Tx,
  { id, underCover }: Pick<Question, 'id' | 'underCover'>,
): Promise<void> {
  const { rows } = await watchers(tx, id);
  const helpers = rows.map((row) => row.person_id);
  const askerId = await askerBehind(tx, { id, underCover });
  const asker = askerId ? [askerId] : [];
  await announce(tx, underCover ? helpers : [...asker, ...helpers], { kind: 'question', id });
  if (underCover && askerId) await announce(tx, asker, { kind: 'question', id: askerId });
}

const watchers = (tx: Tx, id: string) =>
  sql<{ person_id: string }>`
    select holder_id as person_id from question where id = ${id} and holder_id is not null
    union select noted_by from question
           where id = ${id} and noted_by is not null and not under_cover and not outside_unit
    union select person_id from question_step where question_id = ${id}
    union select person_id from question_helper where question_id = ${id}
    union select a.person_id from question q
            join role r on r.unit_id = q.unit_id and r.kind = 'coach'
            join appointment a on a.id = r.appointment_id
           where q.id = ${id} and not q.under_cover and not q.outside_unit
             and daterange(r.starts_on, r.ends_on, '[]') @> (${tx.now}::timestamptz at time zone 'Europe/Brussels')::date`.execute(
    tx,
  );
