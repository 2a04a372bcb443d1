import { m } from '#messages';
import { formatDay } from '#platform/dates.ts';
import { localDay } from '#platform/days.ts';
import type { Tx } from '#platform/server/scope.ts';
import { organisationOf } from '#rooms/organisations/server/index.ts';
import { fullName } from '#rooms/people/name.ts';
import type { Filled } from '../document.ts';

/** What the house knows of the places in a text, by their names. */
export async function knownPlaces(tx: Tx): Promise<Filled> {
  const { name, ictPhone } = await organisationOf(tx);
  const { decides, closes } = await tx
    .selectNoFrom((eb) => [
      eb.selectFrom('start_path').select('decides_on').as('decides'),
      eb.selectFrom('coach_call').select('closes_on').as('closes'),
    ])
    .executeTakeFirstOrThrow();
  return {
    [m.startpath_place_organisation()]: name,
    [m.startpath_place_ict_phone()]: ictPhone,
    [m.startpath_place_decision()]: decides && formatDay(decides),
    [m.startpath_place_closes()]: closes && formatDay(closes),
    [m.startpath_place_coordinator()]: await onlyOne(tx, 'coordinator'),
    [m.startpath_place_director()]: await onlyOne(tx, 'director'),
  };
}

/** Who holds this role, when it is one person: of two nobody knows who is meant. */
async function onlyOne(tx: Tx, kind: 'coordinator' | 'director'): Promise<string | null> {
  const today = localDay(tx.now);
  const rows = await tx
    .selectFrom('role')
    .innerJoin('appointment', 'appointment.id', 'role.appointment_id')
    .innerJoin('person', 'person.id', 'appointment.person_id')
    .select(['person.id', 'person.first_name as firstName', 'person.last_name as lastName'])
    .distinct()
    .where('role.kind', '=', kind)
    .where('role.starts_on', '<=', today)
    .where((eb) => eb.or([eb('role.ends_on', 'is', null), eb('role.ends_on', '>=', today)]))
    .where((eb) => eb.or([eb('appointment.ends_on', 'is', null), eb('appointment.ends_on', '>=', today)]))
    .limit(2)
    .execute();
  return rows.length === 1 ? fullName(rows[0]!) : null;
}
