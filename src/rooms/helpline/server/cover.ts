import { sql } from 'kysely';
import { log } from '#platform/server/log.ts';
import type { Tx } from '#platform/server/scope.ts';
import { seal, unseal } from '#platform/server/secrets.ts';
import { notify } from '#rooms/notifications/server/index.ts';
import type { Question } from '../question.ts';

// Under cover the row that says who asked is read by the asker and the chosen coach alone. A job that must skip the
// asker's unit, or tell the asker, knows them from the sealed id on the question; so nobody else has to read the row.

type Asked = Pick<Question, 'id' | 'underCover'>;

const sealFor = (questionId: string) => ({ purpose: 'sealed askers', about: questionId });

export const sealAsker = (questionId: string, askerId: string): string => seal(askerId, sealFor(questionId));

/**
 * Who asked, for routing and telling; never to be shown or written down. Null when the seal cannot be opened: the
 * installation lost its secret.
 */
export async function askerBehind(tx: Tx, { id, underCover }: Asked): Promise<string | null> {
  if (!underCover) return askerOf(tx, id);
  const row = await tx.selectFrom('question').select('sealed_asker').where('id', '=', id).executeTakeFirst();
  const askerId = row?.sealed_asker ? unseal(row.sealed_asker, sealFor(id)) : null;
  if (!askerId) log.warn({ question: id }, 'the seal of a question does not open');
  return askerId;
}

/** The asker's id, for whoever may read it: under cover only the asker and the chosen coach. */
export async function askerOf(tx: Tx, questionId: string): Promise<string | null> {
  const row = await tx
    .selectFrom('question_asker')
    .select('person_id')
    .where('question_id', '=', questionId)
    .executeTakeFirst();
  return row?.person_id ?? null;
}

/** Tells the asker. The one way to do so: under cover nobody else can read that they were told. */
export async function tellAsker(tx: Tx, question: Asked, kind: string): Promise<void> {
  const personId = await askerBehind(tx, question);
  if (!personId) return;
  await notify(tx, { personId, kind, subjectId: question.id, underCover: question.underCover });
}

/** From whom a question asked outside the own unit, or under cover, is kept. */
export type KeptOff = {
  /** Everybody who works in a unit of the asker, or coaches one; the asker too. */
  ownUnit: ReadonlySet<string>;
  /** Whoever leads, anywhere. */
  managers: ReadonlySet<string>;
};

export async function keptOff(tx: Tx, askerId: string): Promise<KeptOff> {
  const { rows } = await sql<{ person_id: string; near: boolean; leads: boolean }>`
    with today as (select (${tx.now}::timestamptz at time zone 'Europe/Brussels')::date as day),
    running as (
      select a.* from appointment a, today
       where (a.starts_on is null or a.starts_on <= day) and (a.ends_on is null or a.ends_on >= day)),
    held as (
      select r.person_id, role.kind, role.unit_id from running r join role on role.appointment_id = r.id, today
       where role.starts_on <= day and (role.ends_on is null or role.ends_on >= day)),
    own as (select unit_id from running where person_id = ${askerId})
    select person_id, true as near, false as leads from running where unit_id in (select unit_id from own)
    union all
    select person_id, kind = 'coach', kind = 'manager' from held
     where kind = 'manager' or (kind = 'coach' and unit_id in (select unit_id from own))`.execute(tx);
  const ids = (fits: (row: (typeof rows)[number]) => boolean) =>
    rows.filter(fits).map((row) => row.person_id);
  return {
    ownUnit: new Set([askerId, ...ids(({ near }) => near)]),
    managers: new Set(ids(({ leads }) => leads)),
  };
}

export const everybodyIn = ({ ownUnit, managers }: KeptOff): ReadonlySet<string> => ownUnit.union(managers);
