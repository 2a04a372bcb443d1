import { newId } from '#platform/ids.ts';
import type { Tx } from '#platform/server/scope.ts';
import { record } from '#rooms/activity/server/index.ts';
import { addIdentifiers } from '#rooms/organisations/server/index.ts';
import type { Identifier } from '#rooms/organisations/identifiers.ts';
import { ensureIdentity } from './identity.ts';
import { giveRole } from './roles.ts';

export type OrganisationStart = {
  employer: string;
  /**
   * Where the administrator's appointment lies. A unit of its own, which no staff list has: whoever sets things up may
   * work nowhere here, and a dienst must not seem to have somebody who is not there. Who is in the list moves to the
   * dienst that it names.
   */
  unit: string;
  email: string | null;
  firstName: string;
  lastName: string;
  /** Keeps the coach system running too. */
  coordinates?: boolean;
  identifiers?: readonly Identifier[];
};

/** What an organisation begins with: an employer, a unit, and an administrator in it. Returns the person's id. */
export async function startOrganisation(tx: Tx, start: OrganisationStart): Promise<string> {
  const [employerId, unitId, personId] = [newId(), newId(), newId()];
  const email = start.email?.toLowerCase() ?? null;
  await tx.insertInto('employer').values({ id: employerId, name: start.employer }).execute();
  await tx.insertInto('unit').values({ id: unitId, name: start.unit }).execute();
  await tx
    .insertInto('person')
    .values({ id: personId, first_name: start.firstName, last_name: start.lastName, email })
    .execute();
  // Without a number until the staff list brings it: the line with this address and name is this appointment.
  await tx
    .insertInto('appointment')
    .values({ id: newId(), person_id: personId, employer_id: employerId, unit_id: unitId })
    .execute();
  await addIdentifiers(tx, employerId, start.identifiers ?? []);
  await ensureIdentity(tx, personId, email);
  await giveRole(tx, { personId, kind: 'admin' });
  if (start.coordinates) await giveRole(tx, { personId, kind: 'coordinator' });
  await record(tx, { event: 'organisation.started', subject: { kind: 'person', id: personId } });
  return personId;
}
