import type { KnownAppointment, KnownHandEdit, KnownPerson, KnownStaff, KnownUnit } from './known.ts';
import type { AddedLine, FieldChange, PersonRef, StaffPlan } from './plan.ts';
import type { StaffLine } from './list.ts';
import type { Place } from './places.ts';

/* Carries out a plan in memory, with the constraints of the database, so that tests can plan a second time. */

export const nobody: KnownStaff = { employers: [], units: [], people: [], appointments: [] };
export const options = { today: '2026-11-23', defaultEmployer: 'Stad Voorbeeld' };

/** A running line of the town; give what matters to the test. */
export function aLine(line: number, fields: Partial<StaffLine> = {}): StaffLine {
  return {
    line,
    number: String(line),
    lastName: `Family${line}`,
    firstName: `Given${line}`,
    email: null,
    unit: 'Burgerzaken',
    subunit: null,
    location: null,
    functionTitle: null,
    employer: 'Stad',
    startsOn: '2020-01-01',
    endsOn: null,
    ...fields,
  };
}

export function applyPlan(known: KnownStaff, plan: StaffPlan): KnownStaff {
  const staff = structuredClone({ ...known }) as {
    employers: { id: string; name: string }[];
    units: KnownUnit[];
    people: KnownPerson[];
    appointments: KnownAppointment[];
    handEdits?: KnownHandEdit[];
    apart?: (readonly [string, string])[];
  };
  const appointment = (appointmentId: string) =>
    only(staff.appointments.filter(({ id }) => id === appointmentId));
  for (const { appointmentId, endsOn } of plan.freed)
    Object.assign(appointment(appointmentId), { endsOn, number: null });
  let made = staff.employers.length + staff.units.length + staff.people.length + staff.appointments.length;
  const id = (kind: string) => `${kind}-made-${(made += 1)}`;
  for (const name of plan.newEmployers) staff.employers.push({ id: id('e'), name });
  const unitUnder = (name: string, parentId: string | null) =>
    only(staff.units.filter((unit) => unit.name === name && unit.parentId === parentId)).id;
  for (const { name, parentId, parentName } of plan.newUnits) {
    const parent = parentId ?? (parentName === null ? null : unitUnder(parentName, null));
    staff.units.push({ id: id('u'), name, parentId: parent });
  }
  const unitOf = ({ unitId, name, parentId, parentName }: Place) =>
    unitId ?? unitUnder(name, parentId ?? (parentName === null ? null : unitUnder(parentName, null)));
  const change = (row: object, changes: readonly FieldChange[], fields: readonly string[]) => {
    const wanted = changes.filter(({ field }) => fields.includes(field));
    Object.assign(row, Object.fromEntries(wanted.map(({ field, to }) => [field, to])));
  };
  const personFields = ['firstName', 'lastName', 'email'];
  const person = (personId: string) => only(staff.people.filter((one) => one.id === personId));
  const makers = new Map<number, string>();
  const whoFor = (added: AddedLine): string => {
    if (added.personId !== null) return added.personId;
    if (added.samePersonAs !== null)
      return only([...makers].filter(([line]) => line === added.samePersonAs))[1];
    const made = { id: id('p'), ...added.person };
    staff.people.push(made);
    makers.set(added.line, made.id);
    return made.id;
  };
  for (const added of plan.added) {
    const personId = whoFor(added);
    change(person(personId), added.changes, personFields);
    const employerId =
      added.employerId ?? only(staff.employers.filter(({ name }) => name === added.employer)).id;
    const { number, location, functionTitle, startsOn, endsOn } = added.staff;
    const unitId = unitOf(added.place);
    staff.appointments.push({
      id: id('a'),
      ...{ personId, employerId, number, unitId, location, functionTitle, startsOn, endsOn },
    });
  }
  for (const changed of plan.changed) {
    change(person(changed.personId), changed.changes, personFields);
    const theirs = appointment(changed.appointmentId);
    change(theirs, changed.changes, ['number', 'location', 'functionTitle', 'startsOn', 'endsOn']);
    if (changed.place) theirs.unitId = unitOf(changed.place);
  }
  for (const { ends, people, lastDay } of plan.endings)
    if (ends) for (const { appointmentId } of people) appointment(appointmentId).endsOn = lastDay;
  for (const { place, ...noted } of plan.noted) {
    const edit = staff.handEdits?.find(
      (one) =>
        one.personId === noted.personId &&
        one.appointmentId === noted.appointmentId &&
        one.field === noted.field,
    );
    Object.assign(edit ?? {}, { listed: place ? unitOf(place) : noted.listed, listedKnown: true });
  }
  const personOf = (ref: PersonRef) => ('personId' in ref ? ref.personId : (makers.get(ref.line) ?? ''));
  staff.apart = [
    ...(staff.apart ?? []),
    ...plan.apart.map(([one, other]) => [personOf(one), personOf(other)] as const),
  ];
  return staff;
}

function only<T>(found: T[]): T {
  if (found.length !== 1) throw new Error(`expected one, found ${found.length}`);
  return found[0] as T;
}

/** What breaks a unique index of the database; empty when all is well. */
export function brokenRules(staff: KnownStaff): string[] {
  const keys = [
    ...staff.people.flatMap(({ email }) => (email === null ? [] : [`email ${email}`])),
    ...staff.appointments.flatMap(({ employerId, number }) =>
      number === null ? [] : `number ${employerId} ${number}`,
    ),
    ...staff.units.map(({ parentId, name }) => `unit ${parentId} ${name}`),
    ...staff.employers.map(({ name }) => `employer ${name}`),
  ];
  return keys.filter((key, at) => keys.indexOf(key) !== at);
}
