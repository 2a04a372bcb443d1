import { m } from '#messages';

export type Name = { firstName: string; lastName: string };

/** Who works here no longer has no name in what is shown of the past: the view `named` gives one of these instead. */
const goneAs: Record<string, () => string> = {
  'gone:helper': m.people_gone_helper,
  'gone:colleague': m.people_gone_colleague,
};

const goneWord = ({ firstName, lastName }: Name) => (firstName === '' ? goneAs[lastName] : undefined);

/**
 * How a colleague is named, everywhere: in full, for every town has two Mariekes. By the first name alone only the
 * reader is spoken to ("Dag Mia"). tests/house/names.test.ts knows those places.
 */
export function fullName(person: Name): string;
export function fullName(person: Name | null | undefined): string | null;
export function fullName(person: Name | null | undefined): string | null {
  if (!person) return null;
  return goneWord(person)?.() ?? `${person.firstName} ${person.lastName}`.trim();
}

/** Whether this stands for somebody who works here no longer, where a name would stand. */
export const isGoneWord = (name: string): boolean => Object.values(goneAs).some((word) => word() === name);

/** Whether this is somebody who works here no longer. */
export const isGone = (person: Name): boolean => goneWord(person) !== undefined;

export const initialsOf = (person: Name): string =>
  isGone(person) ? '' : `${person.firstName.slice(0, 1)}${person.lastName.slice(0, 1)}`.toUpperCase();
