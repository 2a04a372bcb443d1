import { sql } from 'kysely';
import { newId } from '#platform/ids.ts';
import type { Tx } from '#platform/server/scope.ts';
import type { KnownAppointment, KnownPerson, KnownStaff } from '../staff/known.ts';
import type { NewUnit, Place } from '../staff/places.ts';
import type { AddedLine, ChangedLine, FieldChange, StaffPlan } from '../staff/plan.ts';
import { makeIdentities } from './identities.ts';
import { ensureIdentity } from './identity.ts';

/*
 * Carries out a plan, table by table. Rows go in and out as one JSON document for each table: thousands of lines
 * are one statement, and never more parameters than a statement can have.
 */

type Written = { unitOf: (place: Place) => string; employerOf: (line: AddedLine) => string };

/** All of a plan, in the caller's transaction. */
export async function carryOut(tx: Tx, plan: StaffPlan, known: KnownStaff): Promise<void> {
  const employers = await insertEmployers(tx, plan.newEmployers);
  const unitOf = await insertUnits(tx, plan.newUnits);
  const makers = new Map(plan.added.filter(makesPerson).map((line) => [line.line, newId()]));
  await insertPeople(tx, plan.added, makers);
  const renamed = await updatePeople(tx, [...plan.added, ...plan.changed], known.people);
  const personOf = (line: AddedLine) =>
    line.personId ?? makers.get(line.samePersonAs ?? line.line) ?? missing('person', line);
  const employerOf = (line: AddedLine) =>
    line.employerId ?? employers.get(line.employer) ?? missing('employer', line);
  await insertAppointments(tx, plan.added, { personOf, employerOf, unitOf });
  await updateAppointments(tx, plan.changed, { known: known.appointments, unitOf });
  const fresh = plan.added.flatMap((line) => {
    const id = makers.get(line.line);
    return id === undefined ? [] : [{ id, email: line.person.email }];
  });
  await makeIdentities(tx, fresh);
  for (const { id, email } of renamed) await ensureIdentity(tx, id, email);
}

const makesPerson = (line: AddedLine) => line.personId === null && line.samePersonAs === null;

function missing(what: string, { line }: AddedLine): never {
  throw new Error(`the plan has no ${what} for line ${line}`);
}

async function insertEmployers(tx: Tx, names: readonly string[]): Promise<Map<string, string>> {
  const rows = names.map((name) => ({ id: newId(), name }));
  if (rows.length > 0) await tx.insertInto('employer').values(rows).execute();
  return new Map(rows.map(({ id, name }) => [name, id]));
}

const keyOf = ({ name, parentId, parentName }: NewUnit) =>
  JSON.stringify([name, parentId, parentId ? null : parentName]);

/** Parents come before children. Returns where a place lies, known or new. */
async function insertUnits(tx: Tx, units: readonly NewUnit[]): Promise<Written['unitOf']> {
  const ids = new Map(units.map((unit) => [keyOf(unit), newId()]));
  const idOf = (unit: NewUnit) => ids.get(keyOf(unit));
  const parentOf = ({ parentId, parentName }: NewUnit) =>
    parentId ?? (parentName === null ? null : idOf({ name: parentName, parentId: null, parentName: null }));
  const rows = units.map((unit) => ({ id: idOf(unit), name: unit.name, parent_id: parentOf(unit) }));
  await sql`
    insert into unit (id, name, parent_id)
    select id, name, parent_id from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as r (id uuid, name text, parent_id uuid)`.execute(tx);
  return (place) => {
    const id = place.unitId ?? idOf(place);
    if (id === undefined) throw new Error(`the plan has no unit ${place.name}`);
    return id;
  };
}

async function insertPeople(tx: Tx, added: readonly AddedLine[], makers: ReadonlyMap<number, string>) {
  const rows = added.flatMap(({ line, person }) => {
    const id = makers.get(line);
    return id === undefined ? [] : [{ id, ...person }];
  });
  await sql`
    insert into person (id, first_name, last_name, email)
    select id, "firstName", "lastName", email from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as r (id uuid, "firstName" text, "lastName" text, email text)`.execute(tx);
}

/** Names and addresses of people we know. Returns who has another address now. */
async function updatePeople(
  tx: Tx,
  lines: readonly (AddedLine | ChangedLine)[],
  known: readonly KnownPerson[],
): Promise<{ id: string; email: string | null }[]> {
  const changes = new Map(lines.flatMap((line) => (line.personId ? personPart(line.personId, line) : [])));
  const rows = known.flatMap((person) => {
    const theirs = changes.get(person.id);
    return theirs ? [{ before: person, after: { ...person, ...theirs } }] : [];
  });
  await sql`
    update person set first_name = r."firstName", last_name = r."lastName", email = r.email
      from jsonb_to_recordset(${JSON.stringify(rows.map(({ after }) => after))}::jsonb)
        as r (id uuid, "firstName" text, "lastName" text, email text)
     where person.id = r.id`.execute(tx);
  return rows.filter(({ before, after }) => before.email !== after.email).map(({ after }) => after);
}

const ofPerson = ['firstName', 'lastName', 'email'];
const ofAppointment = ['location', 'functionTitle', 'startsOn', 'endsOn'];

/** The one line of a person that carries what changes in the person. */
function personPart(
  personId: string,
  { changes }: AddedLine | ChangedLine,
): [string, Partial<KnownPerson>][] {
  const theirs = only(changes, ofPerson);
  return Object.keys(theirs).length === 0 ? [] : [[personId, theirs]];
}

const only = (changes: readonly FieldChange[], fields: readonly string[]) =>
  Object.fromEntries(
    changes.filter(({ field }) => fields.includes(field)).map(({ field, to }) => [field, to]),
  );

async function insertAppointments(
  tx: Tx,
  added: readonly AddedLine[],
  { personOf, employerOf, unitOf }: Written & { personOf: (line: AddedLine) => string },
) {
  const rows = added.map((line) => ({
    ...line.staff,
    id: newId(),
    personId: personOf(line),
    employerId: employerOf(line),
    unitId: unitOf(line.place),
  }));
  await sql`
    insert into appointment (id, person_id, employer_id, number, unit_id, location, function_title, starts_on, ends_on)
    select id, "personId", "employerId", number, "unitId", location, "functionTitle", "startsOn", "endsOn"
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        as r (id uuid, "personId" uuid, "employerId" uuid, number text, "unitId" uuid, location text,
              "functionTitle" text, "startsOn" date, "endsOn" date)`.execute(tx);
}

async function updateAppointments(
  tx: Tx,
  changed: readonly ChangedLine[],
  { known, unitOf }: { known: readonly KnownAppointment[]; unitOf: Written['unitOf'] },
) {
  const before = new Map(known.map((appointment) => [appointment.id, appointment]));
  const rows = changed.map(({ appointmentId, place, changes }) => ({
    ...before.get(appointmentId),
    ...only(changes, ofAppointment),
    ...(place ? { unitId: unitOf(place) } : {}),
  }));
  await sql`
    update appointment set unit_id = r."unitId", location = r.location, function_title = r."functionTitle",
           starts_on = r."startsOn", ends_on = r."endsOn"
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        as r (id uuid, "unitId" uuid, location text, "functionTitle" text, "startsOn" date, "endsOn" date)
     where appointment.id = r.id`.execute(tx);
}
