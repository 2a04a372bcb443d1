import { sql, type SqlBool } from 'kysely';
import { localDay } from '#platform/days.ts';
import type { Tx } from '#platform/server/scope.ts';
import type { Absentee } from '../arranging.ts';

export type Absence = {
  id: string;
  from: Date;
  until: Date | null;
  substituteId: string | null;
  /** First and last name of who stands in. */
  substitute: { firstName: string; lastName: string } | null;
};

/** The absences of somebody that run or come, the first first. */
export async function absencesOf(tx: Tx, personId: string): Promise<Absence[]> {
  const rows = await tx
    .selectFrom('absence')
    .leftJoin('named', 'named.id', 'absence.substitute_id')
    .select(['absence.id', 'starts_at', 'ends_at', 'substitute_id', 'first_name', 'last_name'])
    .where('person_id', '=', personId)
    .where((eb) => eb.or([eb('ends_at', 'is', null), eb('ends_at', '>', tx.now)]))
    .orderBy('starts_at')
    .orderBy('absence.id')
    .execute();
  return rows.map((row) => ({
    ...{ id: row.id, from: row.starts_at, until: row.ends_at, substituteId: row.substitute_id },
    substitute: row.first_name === null ? null : { firstName: row.first_name, lastName: row.last_name! },
  }));
}

/** Whether whom this column names is away now; a condition of a larger question. */
export const isAwayNow = (tx: Tx, personColumn: string) => sql<SqlBool>`
  exists (select from absence
           where absence.person_id = ${sql.ref(personColumn)} and absence.starts_at <= ${tx.now}
             and (absence.ends_at is null or absence.ends_at > ${tx.now}))`;

/** What decides who may mark somebody away: who stands in for them, and their units with all above. */
export async function absenteeOf(tx: Tx, personId: string): Promise<Absentee> {
  const today = localDay(tx.now);
  const { rows } = await sql<{ substitutes: string[]; units: string[] }>`
    with recursive running as (
      select id, unit_id from appointment
       where person_id = ${personId}
         and (starts_on is null or starts_on <= ${today}) and (ends_on is null or ends_on >= ${today})),
    upward (id) as (
      select unit_id from running
       union
      select r.unit_id from role r join running a on a.id = r.appointment_id
       where r.kind = 'coach' and r.starts_on <= ${today} and (r.ends_on is null or r.ends_on >= ${today})
       union
      select u.parent_id from unit u join upward below on below.id = u.id where u.parent_id is not null)
    select array(select id from upward) as units,
           array(select substitute_id from helper where person_id = ${personId} and substitute_id is not null
                  union
                 select substitute_id from absence
                  where person_id = ${personId} and substitute_id is not null
                    and (ends_at is null or ends_at > ${tx.now})) as substitutes`.execute(tx);
  return { personId, substituteIds: rows[0]?.substitutes ?? [], unitIds: rows[0]?.units ?? [] };
}
