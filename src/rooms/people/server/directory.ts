import { sql } from 'kysely';
import { localDay } from '#platform/days.ts';
import { isId } from '#platform/ids.ts';
import { found, NotFound } from '#platform/errors.ts';
import type { Tx } from '#platform/server/scope.ts';
import { verb } from '#platform/server/verb.ts';
import { foldSpelling } from '../staff/fold.ts';
import { helperSettings, namesOf } from './helpers.ts';
import { runningRoles } from './roles.ts';

export type PersonRow = {
  id: string;
  firstName: string;
  lastName: string;
  unitName: string;
  roles: string[];
  /** Not a newcomer whose first day is still to come. */
  hasBegun: boolean;
};

const pageSize = 50;

/** First name, last name and first name again, then the unit, without accents: found however somebody types it. */
const folded = sql`regexp_replace(normalize(
  p.first_name || ' ' || p.last_name || ' ' || p.first_name || ' ' || u.name, nfkd), '[\u0300-\u036f]', '', 'g')`;

/** Colleagues who work here today or will, by name; `q` looks in the name and the unit, pages count from 1. */
export const peopleHere = verb('peopleHere', listPeople);

export async function listPeople(tx: Tx, filter: { q: string; page: number }) {
  const today = localDay(tx.now);
  const q = foldSpelling(filter.q);
  const pattern = `%${q.replace(/[\\%_]/g, '\\$&')}%`;
  const { rows } = await sql<PersonRow & { total: number }>`
    select p.id, p.first_name as "firstName", p.last_name as "lastName",
           string_agg(distinct u.name, ', ') as "unitName",
           coalesce(array_agg(distinct r.kind) filter (where r.kind is not null), '{}') as roles,
           bool_or(coalesce(a.starts_on, ${today}) <= ${today}) as "hasBegun",
           count(*) over () as total
      from person p
      join appointment a on a.person_id = p.id and (a.ends_on is null or a.ends_on >= ${today})
      join unit u on u.id = a.unit_id
      left join role r on r.appointment_id = a.id and (r.ends_on is null or r.ends_on >= ${today})
     where ${q} = '' or ${folded} ilike ${pattern}
     group by p.id, p.first_name, p.last_name
     order by p.last_name collate "nl-BE-x-icu", p.first_name collate "nl-BE-x-icu", p.id
     limit ${pageSize} offset ${(filter.page - 1) * pageSize}`.execute(tx);
  return { people: rows, total: rows[0]?.total ?? 0, pageSize };
}

/** One colleague: appointments, roles, and how they help. */
export const personHere = verb('personHere', onePerson);

/** Oneself: what everybody may see of it. */
export const mySelf = verb('mySelf', (tx) => onePerson(tx, found(tx.actor.personId)));

async function onePerson(tx: Tx, personId: string) {
  if (!isId(personId)) throw new NotFound();
  const person = found(
    await tx
      .selectFrom('person')
      .select(['id', 'first_name as firstName', 'last_name as lastName', 'email', 'phone'])
      .where('id', '=', personId)
      .executeTakeFirst(),
  );
  const appointments = await tx
    .selectFrom('appointment')
    .innerJoin('employer', 'employer.id', 'appointment.employer_id')
    .innerJoin('unit', 'unit.id', 'appointment.unit_id')
    .where('appointment.person_id', '=', personId)
    .select(['appointment.id', 'employer.name as employer', 'unit.name as unit', 'unit.id as unitId'])
    .select(['appointment.function_title as functionTitle', 'starts_on as startsOn', 'ends_on as endsOn'])
    .orderBy('appointment.starts_on')
    .execute();
  const helper = await helperSettings(tx, personId);
  const standsIn = await tx
    .selectFrom('helper')
    .select('person_id')
    .where('substitute_id', '=', personId)
    .executeTakeFirst();
  const substitutes = await namesOf(tx, helper.substituteId ? [helper.substituteId] : []);
  return {
    ...person,
    appointments,
    roles: await runningRoles(tx, personId),
    helper: {
      ...helper,
      substitute: substitutes.get(helper.substituteId ?? '') ?? null,
      standsIn: Boolean(standsIn),
    },
    now: tx.now,
  };
}

export type OnePerson = Awaited<ReturnType<typeof onePerson>>;
