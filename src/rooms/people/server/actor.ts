import { sql } from 'kysely';
import { isId } from '#platform/ids.ts';
import {
  inOrganisation,
  onceIn,
  readTogether,
  system,
  type Actor,
  type RoleHeld,
  type Tx,
} from '#platform/server/scope.ts';
import {
  organisationFrom,
  organisationKnown,
  organisationRow,
  type OrganisationHere,
} from '#rooms/organisations/server/index.ts';
import { mayCall } from '../rights.ts';
import type { Role, TokenRole } from '../roles.ts';

export type PersonHere = {
  actor: Actor;
  firstName: string;
  lastName: string;
  unitId: string;
  unitName: string;
  /** The authority they come from, when nobody here employs them there. */
  visitingFrom: string | null;
  /** The first day of what runs today, YYYY-MM-DD; null when it is not known. */
  since: string | null;
  organisation: OrganisationHere;
};

/**
 * The person as an actor in the organisation, with the roles of today; null when they do not work
 * there (any more). One who only starts later is nobody yet.
 */
export async function actorFor(organisationId: string, personId: string): Promise<PersonHere | null> {
  return inOrganisation(system(organisationId, 'people.actor'), (tx) => personAsActor(tx, personId));
}

/**
 * The same, and all that `work` asks as that person is read in the one transaction that found them. `nobody` answers
 * when they do not work there.
 */
export function readingAs<Result>(
  place: { organisationId: string; personId: string },
  work: (here: PersonHere) => Promise<Result>,
  nobody: () => Result,
): Promise<Result> {
  const arriving = { ...system(place.organisationId, 'people.actor'), personId: place.personId };
  return inOrganisation(arriving, async (tx) => {
    const here = await personAsActor(tx, place.personId);
    if (!here) return nobody();
    const known = { [organisationKnown]: here.organisation, [actorKnown(place.personId)]: here };
    return readTogether(tx, { actor: here.actor, known }, () => work(here));
  });
}

const actorKnown = (personId: string) => `people.actor ${personId}`;

/** The same, inside a transaction of the organisation. What is no id is nobody. */
export const personAsActor = async (tx: Tx, personId: string): Promise<PersonHere | null> =>
  isId(personId) ? onceIn(tx, actorKnown(personId), () => readActor(tx, personId)) : null;

async function readActor(tx: Tx, personId: string): Promise<PersonHere | null> {
  const today = sql<string>`(${tx.now}::timestamptz at time zone 'Europe/Brussels')::date`;
  const rows = await tx
    .selectFrom('person')
    .innerJoin('appointment', 'appointment.person_id', 'person.id')
    .innerJoin('unit', 'unit.id', 'appointment.unit_id')
    .leftJoin('role', (join) =>
      join
        .onRef('role.appointment_id', '=', 'appointment.id')
        .on('role.starts_on', '<=', today)
        .on((eb) => eb.or([eb('role.ends_on', 'is', null), eb('role.ends_on', '>=', today)])),
    )
    .where('person.id', '=', personId)
    .where((eb) => eb.or([eb('appointment.starts_on', 'is', null), eb('appointment.starts_on', '<=', today)]))
    .where((eb) => eb.or([eb('appointment.ends_on', 'is', null), eb('appointment.ends_on', '>=', today)]))
    .select(['person.first_name', 'person.last_name', 'appointment.unit_id', 'unit.name as unit_name'])
    .select('appointment.starts_on')
    .select('appointment.visiting_from as visitingFrom')
    .select(['role.kind', 'role.unit_id as role_unit_id', 'role.themes'])
    .select(organisationRow.as('organisation'))
    .orderBy('appointment.starts_on')
    .orderBy('appointment.id')
    .execute();
  const first = rows[0];
  if (!first) return null;
  const held = rows.flatMap((row) =>
    row.kind ? [{ kind: row.kind, unitId: unitOfRole(row), themes: row.themes ?? [] }] : [],
  );
  return {
    actor: person(tx.actor.organisationId, personId, held),
    firstName: first.first_name,
    lastName: first.last_name,
    unitId: first.unit_id,
    unitName: first.unit_name,
    visitingFrom: first.visitingFrom,
    since: first.starts_on,
    organisation: organisationFrom(first.organisation),
  };
}

/** A manager who was named without a unit manages the one they work in. */
const unitOfRole = (row: { kind: string | null; role_unit_id: string | null; unit_id: string }) =>
  row.kind === 'manager' ? (row.role_unit_id ?? row.unit_id) : row.role_unit_id;

const person = (organisationId: string, personId: string, held: readonly RoleHeld[]): Actor => {
  const kinds = ['employee', ...held.map((role) => role.kind)] as Role[];
  return {
    kind: 'person',
    organisationId,
    personId,
    tokenId: null,
    name: 'person',
    roles: held,
    may: (verb) => mayCall(kinds, verb),
  };
};

/**
 * A token as an actor. With somebody to act for, it needs both its own right and theirs; a token of a
 * role has that role's rights and sees what such a role sees without being anybody.
 */
export function integration(
  organisationId: string,
  token: { id: string; role: Role | TokenRole },
  onBehalfOf: Actor | null,
): Actor {
  return {
    kind: 'integration',
    organisationId,
    personId: onBehalfOf?.personId ?? null,
    tokenId: token.id,
    name: token.role,
    roles: onBehalfOf?.roles ?? [],
    may: (verb) => mayCall([token.role], verb) && (onBehalfOf?.may(verb) ?? true),
  };
}
