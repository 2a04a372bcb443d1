import type { ChangedField } from './changes.ts';
import { foldNumber } from './fold.ts';

/* What the organisation already knows, as a plan needs it: one organisation, all its employers together. */

export interface KnownEmployer {
  id: string;
  name: string;
}
export interface KnownUnit {
  id: string;
  name: string;
  parentId: string | null;
}
export interface KnownPerson {
  id: string;
  firstName: string;
  lastName: string;
  email: string | null;
}
/** Dates are 'YYYY-MM-DD', `endsOn` the last day. */
export interface KnownAppointment {
  id: string;
  personId: string;
  employerId: string;
  /** Null for one that was made by hand and waits for its number. */
  number: string | null;
  unitId: string | null;
  location: string | null;
  functionTitle: string | null;
  startsOn: string | null;
  endsOn: string | null;
  /** Of whoever set the organisation up: nothing is known of it until a list names them. */
  isPlaceholder?: boolean;
}
/**
 * A field that was set by hand, which no list changes. `listed` is what the last list said of it ('unit': an id), if
 * `listedKnown`.
 */
export interface KnownHandEdit {
  personId: string;
  appointmentId: string | null;
  field: ChangedField;
  listed: string | null;
  listedKnown: boolean;
}
/**
 * Ended appointments belong in it too: a number that comes back is looked for there. Visiting ones do not: no list
 * speaks of them. `apart`: two people of whom somebody said that they are two.
 */
export interface KnownStaff {
  employers: readonly KnownEmployer[];
  units: readonly KnownUnit[];
  people: readonly KnownPerson[];
  appointments: readonly KnownAppointment[];
  handEdits?: readonly KnownHandEdit[];
  apart?: readonly (readonly [personId: string, otherId: string])[];
}

export interface KnownIndex {
  person(id: string): KnownPerson | null;
  /** By identity: the employer and the number; of several the last listed. */
  appointment(employerId: string | null, number: string): KnownAppointment | null;
  /** Who bears this number, at whichever employer. */
  bearers(number: string): readonly KnownAppointment[];
  of(personId: string): readonly KnownAppointment[];
  handEdit(of: HandKey): KnownHandEdit | null;
  areApart(personId: string, otherId: string): boolean;
}

type HandKey = Pick<KnownHandEdit, 'personId' | 'appointmentId' | 'field'>;
const handKey = ({ personId, appointmentId, field }: HandKey) => `${personId} ${appointmentId} ${field}`;
const apartKey = (one: string, other: string) => [one, other].toSorted().join(' ');

export function indexKnown(known: KnownStaff): KnownIndex {
  const people = new Map(known.people.map((person) => [person.id, person]));
  const numbered = known.appointments.filter(({ number }) => number !== null);
  const keyOf = (employerId: string, number: string) => `${employerId} ${foldNumber(number)}`;
  const appointments = new Map(numbered.map((one) => [keyOf(one.employerId, one.number ?? ''), one]));
  const byNumber = Map.groupBy(numbered, ({ number }) => foldNumber(number ?? ''));
  const byPerson = Map.groupBy(known.appointments, ({ personId }) => personId);
  const byHand = new Map((known.handEdits ?? []).map((edit) => [handKey(edit), edit]));
  const apart = new Set((known.apart ?? []).map(([one, other]) => apartKey(one, other)));
  return {
    person: (id) => people.get(id) ?? null,
    appointment: (employerId, number) =>
      employerId === null ? null : (appointments.get(keyOf(employerId, number)) ?? null),
    bearers: (number) => byNumber.get(foldNumber(number)) ?? [],
    of: (personId) => byPerson.get(personId) ?? [],
    handEdit: (of) => byHand.get(handKey(of)) ?? null,
    areApart: (one, other) => apart.has(apartKey(one, other)),
  };
}
