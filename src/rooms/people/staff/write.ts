import {
  appointmentChanges,
  personChanges,
  settlePerson,
  type FieldChange,
  type PersonFields,
} from './changes.ts';
import type { StaffField } from './fields.ts';
import type { KnownAppointment, KnownIndex } from './known.ts';
import type { StaffLine } from './list.ts';
import type { EmployerChoice, Place, Places } from './places.ts';
import { whoIs, type Entry } from './who.ts';

/**
 * An appointment to make, with `staff` as its fields (employer and unit there as the file spells them; use
 * `employer` and `place`). For whom: `personId` is somebody we know, and `changes` then what to change in that
 * person; else `samePersonAs` is the line of this plan that makes the person; else make `person`.
 */
export interface AddedLine {
  line: number;
  staff: StaffLine;
  employerId: string | null;
  employer: string;
  place: Place;
  personId: string | null;
  samePersonAs: number | null;
  person: PersonFields;
  changes: FieldChange[];
}

/**
 * Changes of one known appointment, and of its person when this is the person's first line. `place` is where the
 * appointment moves to; null when it stays where it is.
 */
export interface ChangedLine {
  line: number;
  staff: StaffLine;
  appointmentId: string;
  personId: string;
  place: Place | null;
  changes: FieldChange[];
}

export interface Writing {
  index: KnownIndex;
  employerOf: (line: StaffLine) => EmployerChoice;
  places: Places;
  has: (field: StaffField) => boolean;
}

/** What to do for each line about which there is no doubt; the lines are in the order of the file. */
export function writeLines(clear: readonly Entry[], writing: Writing) {
  const added: AddedLine[] = [];
  const changed: ChangedLine[] = [];
  let unchanged = 0;
  const byPerson = Map.groupBy(clear, (entry) => whoIs(entry, writing.index).key);
  const lead = new Map([...byPerson].map(([key, theirs]) => [key, leadOf(theirs, writing.index)]));
  for (const entry of clear) {
    const who = lead.get(whoIs(entry, writing.index).key);
    if (!who) continue;
    if (entry.appointment) {
      const line = changedLine(entry, entry.appointment, { who, writing });
      if (line.changes.length > 0) changed.push(line);
      else unchanged += 1;
    } else added.push(addedLine(entry, who, writing));
  }
  return { added, changed, unchanged };
}

/** What all lines of one person share: the first of them carries what happens to the person. */
interface Lead {
  line: number;
  personId: string | null;
  person: PersonFields;
  changes: FieldChange[];
}

function leadOf(theirs: readonly Entry[], index: KnownIndex): Lead | null {
  const [first] = theirs;
  if (!first) return null;
  const { personId } = whoIs(first, index);
  const known = personId === null ? null : index.person(personId);
  const person = settlePerson(
    known,
    theirs.map(({ staff }) => staff),
  );
  return { line: first.staff.line, personId, person, changes: known ? personChanges(known, person) : [] };
}

function changedLine(
  { staff }: Entry,
  appointment: KnownAppointment,
  { who, writing }: { who: Lead; writing: Writing },
): ChangedLine {
  const place = writing.places.placeOf(staff);
  const ofPerson = who.line === staff.line ? who.changes : [];
  const changes = [...ofPerson, ...appointmentChanges(appointment, { staff, place }, writing)];
  const { id: appointmentId, personId } = appointment;
  const moves = changes.some(({ field }) => field === 'unit');
  return { line: staff.line, staff, appointmentId, personId, place: moves ? place : null, changes };
}

function addedLine({ staff }: Entry, who: Lead, writing: Writing): AddedLine {
  const { id: employerId, name: employer } = writing.employerOf(staff);
  const isFirst = who.line === staff.line;
  return {
    line: staff.line,
    staff,
    employerId,
    employer,
    place: writing.places.placeOf(staff),
    personId: who.personId,
    samePersonAs: who.personId !== null || isFirst ? null : who.line,
    person: who.person,
    changes: isFirst ? who.changes : [],
  };
}
