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
  number: string;
  unitId: string | null;
  location: string | null;
  functionTitle: string | null;
  startsOn: string | null;
  endsOn: string | null;
}
/** Ended appointments belong in it too: a number that comes back is looked for there. */
export interface KnownStaff {
  employers: readonly KnownEmployer[];
  units: readonly KnownUnit[];
  people: readonly KnownPerson[];
  appointments: readonly KnownAppointment[];
}

export interface KnownIndex {
  person(id: string): KnownPerson | null;
  /** By identity: the employer and the number; of several the last listed. */
  appointment(employerId: string | null, number: string): KnownAppointment | null;
  /** Who bears this number, at whichever employer. */
  bearers(number: string): ReadonlySet<string>;
}

export function indexKnown(known: KnownStaff): KnownIndex {
  const people = new Map(known.people.map((person) => [person.id, person]));
  const appointments = new Map<string, KnownAppointment>();
  const bearers = new Map<string, Set<string>>();
  for (const appointment of known.appointments) {
    const number = foldNumber(appointment.number);
    appointments.set(`${appointment.employerId} ${number}`, appointment);
    bearers.set(number, (bearers.get(number) ?? new Set()).add(appointment.personId));
  }
  return {
    person: (id) => people.get(id) ?? null,
    appointment: (employerId, number) =>
      employerId === null ? null : (appointments.get(`${employerId} ${foldNumber(number)}`) ?? null),
    bearers: (number) => bearers.get(foldNumber(number)) ?? new Set(),
  };
}
