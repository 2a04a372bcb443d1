import { sql } from 'kysely';
import { localDay } from '#platform/days.ts';
import { isId } from '#platform/ids.ts';
import { allow, found, NotFound } from '#platform/errors.ts';
import type { Tx } from '#platform/server/scope.ts';
import { verb } from '#platform/server/verb.ts';
import { canSeeLeft } from '../by-hand.ts';
import type { PeopleFilter } from '../directory-filter.ts';
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
  startsOn: string | null;
  /** The last day of who left; null for everybody else. */
  leftOn: string | null;
  /** The authority they come from, when nobody here employs them. */
  visitingFrom: string | null;
};

const pageSize = 50;

/** First name, last name and first name again, then the unit, without accents: found however somebody types it. */
const folded = sql`regexp_replace(normalize(
  p.first_name || ' ' || p.last_name || ' ' || p.first_name || ' ' || u.name, nfkd), '[\u0300-\u036f]', '', 'g')`;

/** Colleagues who work here today or will, by name; who left only for whoever keeps people right, and asked apart. */
export const peopleHere = verb('peopleHere', listPeople);

export async function listPeople(tx: Tx, filter: PeopleFilter) {
  if (filter.only === 'left') allow(canSeeLeft(tx.actor));
  const today = localDay(tx.now);
  const { rows } = await sql<PersonRow & { total: number }>`
    with fits as (
      select p.id from person p join appointment a on a.person_id = p.id join unit u on u.id = a.unit_id
       where ${works(filter, today)} and ${asked(filter, today)})
    select p.id, p.first_name as "firstName", p.last_name as "lastName",
           string_agg(distinct u.name, ', ') as "unitName",
           coalesce(array_agg(distinct r.kind) filter (where r.kind is not null), '{}') as roles,
           bool_or(coalesce(a.starts_on, ${today}) <= ${today}) as "hasBegun",
           min(a.starts_on) as "startsOn",
           case when bool_and(a.ends_on < ${today}) then max(a.ends_on) end as "leftOn",
           string_agg(distinct a.visiting_from, ', ') as "visitingFrom",
           count(*) over () as total
      from person p
      join appointment a on a.person_id = p.id
      join unit u on u.id = a.unit_id
      left join role r on r.appointment_id = a.id and (r.ends_on is null or r.ends_on >= ${today})
     where p.id in (select id from fits) and ${works(filter, today)}
     group by p.id, p.first_name, p.last_name
    having ${filter.only !== 'to_begin'} or bool_and(a.starts_on > ${today})
     order by p.last_name collate "nl-BE-x-icu", p.first_name collate "nl-BE-x-icu", p.id
     limit ${pageSize} offset ${(filter.page - 1) * pageSize}`.execute(tx);
  return { people: rows, total: rows[0]?.total ?? 0, pageSize };
}

const works = ({ only }: PeopleFilter, today: string) =>
  only === 'left'
    ? sql`not exists (select from appointment w where w.person_id = p.id and (w.ends_on is null or w.ends_on >= ${today}))`
    : sql`(a.ends_on is null or a.ends_on >= ${today})`;

/** What one of the appointments that count must be like. */
function asked({ q, unitId, role, employerId, only }: PeopleFilter, today: string) {
  const typed = foldSpelling(q);
  const pattern = `%${typed.replace(/[\\%_]/g, '\\$&')}%`;
  const parts = [sql`(${typed} = '' or ${folded} ilike ${pattern})`];
  if (unitId)
    parts.push(sql`a.unit_id in (
      with recursive below as (
        select id from unit where id = ${unitId}
         union select unit.id from unit join below on unit.parent_id = below.id)
      select id from below)`);
  if (role)
    parts.push(sql`exists (select from role held where held.appointment_id = a.id and held.kind = ${role}
      and (held.ends_on is null or held.ends_on >= ${today}))`);
  if (employerId) parts.push(sql`a.employer_id = ${employerId}`);
  if (only === 'no_mail') parts.push(sql`p.email is null`);
  if (only === 'visiting') parts.push(sql`a.visiting_from is not null`);
  return sql.join(parts, sql` and `);
}

/** The legal bodies that somebody can be employed by, by name. */
export const employersHere = verb('employersHere', (tx) =>
  tx.selectFrom('employer').select(['id', 'name']).orderBy('name').orderBy('id').execute(),
);

/** One colleague: appointments, roles, and how they help. Who left is nobody to who does not keep people right. */
export const personHere = verb('personHere', async (tx, personId: string) => {
  const person = await onePerson(tx, personId);
  const today = localDay(tx.now);
  const works = person.appointments.some(({ endsOn }) => endsOn === null || endsOn >= today);
  if (!works && !canSeeLeft(tx.actor)) throw new NotFound();
  return person;
});

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
    .leftJoin('employer', 'employer.id', 'appointment.employer_id')
    .innerJoin('unit', 'unit.id', 'appointment.unit_id')
    .where('appointment.person_id', '=', personId)
    .select(['appointment.id', 'employer.name as employer', 'unit.name as unit', 'unit.id as unitId'])
    .select(['appointment.function_title as functionTitle', 'starts_on as startsOn', 'ends_on as endsOn'])
    .select(['function_group as functionGroup', 'visiting_from as visitingFrom', 'location', 'number'])
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
