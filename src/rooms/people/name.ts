export type Name = { firstName: string; lastName: string };

/**
 * How a colleague is named, everywhere: in full, for every town has two Mariekes. By the first name alone only the
 * reader is spoken to ("Dag Mia"). tests/house/names.test.ts knows those places.
 */
export function fullName(person: Name): string;
export function fullName(person: Name | null | undefined): string | null;
export function fullName(person: Name | null | undefined): string | null {
  return person ? `${person.firstName} ${person.lastName}`.trim() : null;
}

export const initialsOf = ({ firstName, lastName }: Name): string =>
  `${firstName.slice(0, 1)}${lastName.slice(0, 1)}`.toUpperCase();
