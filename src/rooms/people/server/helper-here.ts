import { sql } from 'kysely';
import { localDay } from '#platform/days.ts';
import type { WeekHours } from '#platform/hours.ts';
import { allow, found } from '#platform/errors.ts';
import type { Tx } from '#platform/server/scope.ts';
import { verb } from '#platform/server/verb.ts';
import { organisationOf, unitsOf } from '#rooms/organisations/server/index.ts';
import { canArrange } from '../arranging.ts';
import { hoursOfUnit } from '../unit-hours.ts';
import { personAsActor } from './actor.ts';
import { helperSettings } from './helpers.ts';

/** `near`: of a unit that the other one works for or coaches. */
export type Colleague = {
  id: string;
  firstName: string;
  lastName: string;
  unitId: string;
  unitName: string;
  near: boolean;
};

/**
 * How somebody helps, for the form that changes it: what they set, the hours of their unit, and whom they may
 * choose to stand in: colleagues of the same units, and every coach.
 */
export const helperHere = verb('helperHere', async (tx, personId: string) => {
  const { firstName, lastName, unitId } = found(await personAsActor(tx, personId));
  allow(canArrange(tx.actor, personId));
  const settings = await helperSettings(tx, personId);
  return {
    ...{ id: personId, firstName, lastName, settings },
    unitHours: await hoursOf(tx, unitId),
    colleagues: await maySubstitute(
      tx,
      personId,
      [settings.substituteId].flatMap((id) => id ?? []),
    ),
  };
});

async function hoursOf(tx: Tx, unitId: string): Promise<WeekHours> {
  const { defaultHours } = await organisationOf(tx);
  return hoursOfUnit(await unitsOf(tx), defaultHours, unitId);
}

/** Colleagues of the same units, every coach, and those chosen already. */
export async function maySubstitute(
  tx: Tx,
  personId: string,
  chosenIds: readonly string[],
): Promise<Colleague[]> {
  const today = localDay(tx.now);
  const { rows } = await sql<Colleague>`
    with running as (
      select id, person_id, unit_id, starts_on from appointment
       where (starts_on is null or starts_on <= ${today}) and (ends_on is null or ends_on >= ${today})),
    coaching as (
      select a.person_id, r.unit_id from role r join running a on a.id = r.appointment_id
       where r.kind = 'coach' and r.starts_on <= ${today} and (r.ends_on is null or r.ends_on >= ${today})),
    mine as (
      select unit_id from running where person_id = ${personId}
       union select unit_id from coaching where person_id = ${personId})
    select p.id, p.first_name as "firstName", p.last_name as "lastName", u.id as "unitId", u.name as "unitName",
           a.unit_id in (select unit_id from mine)
             or exists (select from coaching c where c.person_id = p.id and c.unit_id in (select unit_id from mine)) as near
      from person p
      join lateral (select unit_id from running where person_id = p.id order by starts_on, id limit 1) a on true
      join unit u on u.id = a.unit_id
     where p.id <> ${personId}
       and (a.unit_id in (select unit_id from mine) or p.id in (select person_id from coaching)
            or p.id = any(${[...chosenIds]}::uuid[]))
     order by p.last_name collate "nl-BE-x-icu", p.first_name collate "nl-BE-x-icu", p.id`.execute(tx);
  return rows;
}

/** Who coaches which unit today, by name. */
export const coachesHere = verb('coachesHere', async (tx) => {
  const today = localDay(tx.now);
  const { rows } = await sql<{ unitId: string; personId: string; firstName: string; lastName: string }>`
    select distinct r.unit_id as "unitId", p.id as "personId", p.first_name as "firstName", p.last_name as "lastName"
      from role r
      join appointment a on a.id = r.appointment_id
      join person p on p.id = a.person_id
     where r.kind = 'coach' and r.starts_on <= ${today} and (r.ends_on is null or r.ends_on >= ${today})
       and (a.starts_on is null or a.starts_on <= ${today}) and (a.ends_on is null or a.ends_on >= ${today})
     order by p.first_name, p.last_name, p.id`.execute(tx);
  return rows;
});
