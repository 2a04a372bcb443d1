import { foldLetters, foldNumber } from './fold.ts';
import type { KnownAppointment, KnownIndex, KnownPerson } from './known.ts';
import type { StaffLine } from './list.ts';

/* Who a line is about: the comparisons, without the bookkeeping of ties.ts. */

/** A line on its way into the plan, with what is known under its employer and number. */
export interface Entry {
  staff: StaffLine;
  /** Null for an employer that the plan makes. */
  employerId: string | null;
  appointment: KnownAppointment | null;
  person: KnownPerson | null;
}

/** What a person is recognised by. */
export interface Face {
  email: string | null;
  name: string;
}

export function faceOf(person: { firstName: string; lastName: string; email: string | null }): Face {
  return {
    email: person.email?.toLowerCase() ?? null,
    name: `${foldLetters(person.lastName)} ${foldLetters(person.firstName)}`,
  };
}

/** Every pair among them agrees: on e-mail, or on full name where one of the two has no e-mail. */
export function allAgree(faces: readonly Face[]): boolean {
  const emails = new Set(faces.flatMap(({ email }) => email ?? []));
  const names = new Set(faces.map(({ name }) => name));
  return emails.size <= 1 && (names.size <= 1 || faces.every(({ email }) => email !== null));
}

/** A first or last name in common: marriage changes one of them, and a file with swapped columns neither. */
export function shareName(one: Named, other: Named): boolean {
  const names = [foldLetters(other.firstName), foldLetters(other.lastName)];
  return names.includes(foldLetters(one.firstName)) || names.includes(foldLetters(one.lastName));
}

interface Named {
  firstName: string;
  lastName: string;
}

/** A number that was given to somebody else: no name in common, and no e-mail says it is the same person. */
export function isOtherPerson({ staff, person }: Entry, index: KnownIndex): boolean {
  if (!person) return false;
  return [person, asListed(person, index)].every((known) => {
    if (staff.email !== null && staff.email === known.email?.toLowerCase()) return false;
    return !shareName(staff, known);
  });
}

/** Somebody as the last list spelt them: a name that was mended by hand must not make another person of them. */
export function asListed(person: KnownPerson, index: KnownIndex): KnownPerson {
  const listed = (['firstName', 'lastName', 'email'] as const).flatMap((field) => {
    const edit = index.handEdit({ personId: person.id, appointmentId: null, field });
    return edit?.listedKnown ? [[field, edit.listed] as const] : [];
  });
  return { ...person, ...Object.fromEntries(listed) };
}

/** Whether lines that stand under one person contradict each other: neither one e-mail nor names in common. */
export function contradict(lines: readonly StaffLine[]): boolean {
  if (haveOneEmail(lines)) return false;
  return lines.some((one, at) => lines.slice(at + 1).some((other) => !shareName(one, other)));
}

/** Whether all of them have an e-mail, and the same. */
export function haveOneEmail(lines: readonly StaffLine[]): boolean {
  const emails = new Set(lines.map(({ email }) => email));
  return emails.size === 1 && !emails.has(null);
}

/**
 * Whether the line says another name or e-mail than the last list did; an empty e-mail says nothing. A line that says
 * what was set by hand says something new all the same: a release would put it there.
 */
export function saysOtherwise({ staff, person }: Entry, index: KnownIndex): boolean {
  if (!person) return false;
  const { firstName, lastName, email } = asListed(person, index);
  const otherName = firstName !== staff.firstName || lastName !== staff.lastName;
  return otherName || (staff.email !== null && staff.email !== email?.toLowerCase());
}

export const numberKey = (number: string) => `number ${foldNumber(number)}`;
export const emailKey = (email: string) => `email ${email.toLowerCase()}`;
export const personKey = (id: string) => `person ${id}`;
export const lineKey = (line: number) => `line ${line}`;
