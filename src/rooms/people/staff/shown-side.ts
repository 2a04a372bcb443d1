import { m } from '#messages';
import { fullName } from '../name.ts';
import type { Side } from './answers.ts';
import type { KnownStaff } from './known.ts';
import type { StaffLine } from './list.ts';

/** One of two that may be one person, as it is put next to the other. */
export interface ShownSide {
  /** Where it comes from: a line of the list, or a colleague who is here already. */
  from: string;
  name: string;
  number: string | null;
  email: string | null;
  unit: string | null;
  employer: string | null;
}

/** Puts sides in words. `lineAt`: the lines that a plan speaks of. */
export function sidesOf(
  known: KnownStaff,
  lineAt: ReadonlyMap<number, StaffLine>,
): (side: Side) => ShownSide | null {
  const people = new Map(known.people.map((person) => [person.id, person]));
  const appointments = Map.groupBy(known.appointments, ({ personId }) => personId);
  const units = new Map(known.units.map(({ id, name }) => [id, name]));
  const employers = new Map(known.employers.map(({ id, name }) => [id, name]));
  return (side) => {
    if ('line' in side) {
      const line = lineAt.get(side.line);
      return line ? lineSide(line) : null;
    }
    const person = people.get(side.personId);
    if (!person) return null;
    const theirs = appointments.get(person.id) ?? [];
    const listed = (values: readonly (string | null | undefined)[]) =>
      [...new Set(values.filter((value) => value))].join(', ') || null;
    return {
      from: m.people_pair_known(),
      name: fullName(person),
      number: listed(theirs.map(({ number }) => number)),
      email: person.email,
      unit: listed(theirs.map(({ unitId }) => units.get(unitId ?? ''))),
      employer: listed(theirs.map(({ employerId }) => employers.get(employerId))),
    };
  };
}

const lineSide = (line: StaffLine): ShownSide => ({
  from: m.people_pair_line({ line: line.line }),
  name: fullName(line),
  number: line.number,
  email: line.email,
  unit: [line.unit, line.subunit].filter((name) => name !== null).join(' / '),
  employer: line.employer || null,
});
