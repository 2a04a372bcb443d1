import { newlyListed, sparingHandEdits, type KeptField, type NotedField } from './by-hand.ts';
import { appointmentChanges, type ChangedField, type FieldChange, type PersonFields } from './changes.ts';
import type { StaffField } from './fields.ts';
import type { KnownAppointment } from './known.ts';
import { findLeads, type Lead, type Leading, type WithoutEmail } from './leads.ts';
import type { StaffLine } from './list.ts';
import type { EmployerChoice, Place, Places } from './places.ts';
import type { Entry } from './who.ts';

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

export interface Writing extends Leading {
  today: string;
  employerOf: (line: StaffLine) => EmployerChoice;
  /** Appointments that stand under a number of the file, and keep it: they are not to be given another. */
  keepsNumber: (appointment: KnownAppointment) => boolean;
  places: Places;
  has: (field: StaffField) => boolean;
}

export interface Written {
  added: AddedLine[];
  changed: ChangedLine[];
  unchanged: number;
  kept: KeptField[];
  noted: (NotedField & { place: Place | null })[];
  withoutEmail: WithoutEmail[];
  /** Of each line that is carried out: the person, or the line that makes the person. */
  personOf: Map<number, { personId: string } | { line: number }>;
  /** Appointments that a line is about, whatever their number was. */
  spokenOf: Set<string>;
}

/** What to do for each line about which there is no doubt; the lines are in the order of the file. */
export function writeLines(clear: readonly Entry[], writing: Writing): Written {
  const { leads, withoutEmail } = findLeads(clear, writing);
  const written: Written = {
    ...{ added: [], changed: [], unchanged: 0, kept: [], noted: [], withoutEmail },
    ...{ personOf: new Map(), spokenOf: new Set() },
  };
  for (const { appointment } of clear) if (appointment) written.spokenOf.add(appointment.id);
  for (const entry of clear) {
    const who = leads.get(writing.whoIs(entry).key);
    if (!who) continue;
    const { personId } = who;
    written.personOf.set(entry.staff.line, personId === null ? { line: who.line } : { personId });
    const appointment = entry.appointment ?? takenOver(entry, who, { writing, spokenOf: written.spokenOf });
    if (appointment) {
      written.spokenOf.add(appointment.id);
      writeKnown(entry.staff, appointment, { who, writing, written });
    } else written.added.push(addedLine(entry, who, { writing, written }));
  }
  return written;
}

/**
 * Somebody who is said to be the same, and whose appointment at this employer no line names, has another number now;
 * or gets the number that their appointment waited for. Only where there is no choice.
 */
function takenOver(
  { employerId }: Entry,
  { personId }: Lead,
  { writing, spokenOf }: { writing: Writing; spokenOf: ReadonlySet<string> },
): KnownAppointment | null {
  if (personId === null || employerId === null) return null;
  const theirs = writing.index
    .of(personId)
    .filter((one) => one.employerId === employerId && (one.endsOn === null || one.endsOn >= writing.today))
    .filter((one) => !spokenOf.has(one.id) && !writing.keepsNumber(one));
  const waiting = theirs.filter(({ number }) => number === null);
  const [one, another] = waiting.length > 0 ? waiting : theirs;
  return one && !another ? one : null;
}

type Doing = { who: Lead; writing: Writing; written: Written };
const ofPerson = ['firstName', 'lastName', 'email'] as const;
const ofAppointment = ['unit', 'location', 'functionTitle', 'startsOn', 'endsOn'] as const;

function writeKnown(staff: StaffLine, appointment: KnownAppointment, { who, writing, written }: Doing): void {
  const place = writing.places.placeOf(staff);
  const { id: appointmentId, personId } = appointment;
  const about = { line: staff.line, personId };
  const first = personSays(staff.line, { who, writing, written });
  const said = sparingHandEdits(
    appointmentChanges(appointment, { staff, place }, writing),
    { ...about, appointmentId },
    writing.index,
  );
  written.kept.push(...said.kept);
  noteAppointment(staff, { appointmentId, personId }, { place, writing, written });
  const changes = [...first, ...said.changes];
  if (changes.length === 0) written.unchanged += 1;
  else {
    const moves = changes.some(({ field }) => field === 'unit');
    written.changed.push({ ...about, staff, appointmentId, place: moves ? place : null, changes });
  }
}

/** What changes in the person: with the first of their lines. */
function personSays(line: number, { who, writing, written }: Doing): FieldChange[] {
  if (who.line !== line || who.personId === null) return [];
  const of = { line, personId: who.personId, appointmentId: null };
  const { changes, kept } = sparingHandEdits(who.changes, of, writing.index);
  written.kept.push(...kept);
  const says = (field: ChangedField) =>
    field === 'email' ? who.listedEmail : who.person[field as (typeof ofPerson)[number]];
  const noted = newlyListed(of, ofPerson, { index: writing.index, says });
  written.noted.push(...noted.map((one) => ({ ...one, place: null })));
  return changes;
}

function noteAppointment(
  staff: StaffLine,
  of: { appointmentId: string; personId: string },
  { place, writing, written }: { place: Place; writing: Writing; written: Written },
): void {
  const { places, has, index } = writing;
  const noted = newlyListed({ line: staff.line, ...of }, ofAppointment, {
    index,
    says: (field, edit) => {
      if (field === 'unit')
        return edit.listedKnown && places.standsIn(edit.listed, staff, has('subunit'))
          ? edit.listed
          : place.unitId;
      if (!has(field) || (field === 'startsOn' && staff.startsOn === null)) return undefined;
      return staff[field as Exclude<(typeof ofAppointment)[number], 'unit'>];
    },
  });
  written.noted.push(...noted.map((one) => ({ ...one, place: one.field === 'unit' ? place : null })));
}

function addedLine({ staff }: Entry, who: Lead, { writing, written }: Omit<Doing, 'who'>): AddedLine {
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
    changes: personSays(staff.line, { who, writing, written }),
  };
}
