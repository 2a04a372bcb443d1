import { findDoubts, type DoubtReason } from './doubts.ts';
import type { StaffColumn, StaffField } from './fields.ts';
import { foldNumber } from './fold.ts';
import { indexKnown, type KnownIndex, type KnownStaff } from './known.ts';
import type { StaffLine, Unreadable } from './list.ts';
import { chooseEmployers, makePlaces, newUnitsFor, type EmployerChoice, type NewUnit } from './places.ts';
import { siftGroup, type SiftReason } from './sift.ts';
import type { Entry } from './who.ts';
import { writeLines, type AddedLine, type ChangedLine } from './write.ts';

export type { AddedLine, ChangedLine } from './write.ts';
export type { FieldChange } from './changes.ts';
export type { KnownStaff } from './known.ts';

/** Listed and left out. `otherLine` and `personId` say what it clashes with, where there is such a thing. */
export interface UndecidedLine {
  line: number;
  staff: StaffLine;
  reason: SiftReason | DoubtReason;
  otherLine?: number;
  personId?: string;
}

/**
 * Plain values, so it can be kept as JSON between preview and confirmation. New employers and units are those
 * that added and changed lines need, parents before children. `missing` counts the people with a running
 * appointment at an employer of the file whom no readable line names; nothing is ended for them.
 */
export interface StaffPlan {
  newEmployers: string[];
  newUnits: NewUnit[];
  added: AddedLine[];
  changed: ChangedLine[];
  unchanged: number;
  undecided: UndecidedLine[];
  unreadable: Unreadable[];
  missing: number;
}

/** As readStaffList gives it. Without `columns` the file is taken to have them all. */
export interface ReadStaff {
  lines: readonly StaffLine[];
  unreadable: readonly Unreadable[];
  columns?: readonly StaffColumn[];
}

/**
 * What an import would do, by comparing the lines with what one organisation knows. The identity of a line is
 * (employer, number). Carried out and planned again, the same file adds and changes nothing.
 *
 * `today` is 'YYYY-MM-DD'; `defaultEmployer` (not empty) stands in where a line names no employer.
 */
export function planStaffImport(
  known: KnownStaff,
  read: ReadStaff,
  options: { today: string; defaultEmployer: string },
): StaffPlan {
  const lines = read.lines.toSorted((a, b) => a.line - b.line);
  const index = indexKnown(known);
  const employerOf = chooseEmployers(known.employers, lines, options.defaultEmployer);
  const { clear, undecided } = decide(lines, { known, index, employerOf, today: options.today });
  const places = makePlaces(known.units, lines);
  const has = (field: StaffField) => read.columns?.some((column) => column.field === field) ?? true;
  const { added, changed, unchanged } = writeLines(clear, { index, employerOf, places, has });
  return {
    newEmployers: [...new Set(added.flatMap((one) => (one.employerId === null ? one.employer : [])))],
    newUnits: newUnitsFor([...added, ...changed].flatMap(({ place }) => place ?? [])),
    added,
    changed,
    unchanged,
    undecided,
    unreadable: [...read.unreadable],
    missing: countMissing(known, lines, { employerOf, today: options.today }),
  };
}

type EmployerOf = (line: StaffLine) => EmployerChoice;

/** First one line for each identity, then who is who. */
function decide(
  lines: readonly StaffLine[],
  about: { known: KnownStaff; index: KnownIndex; employerOf: EmployerOf; today: string },
): { clear: Entry[]; undecided: UndecidedLine[] } {
  const { known, index, employerOf, today } = about;
  const toEntry = (staff: StaffLine): Entry => {
    const appointment = index.appointment(employerOf(staff).id, staff.number);
    return { staff, appointment, person: appointment && index.person(appointment.personId) };
  };
  const groups = Map.groupBy(lines.map(toEntry), ({ staff }) =>
    identityOf(employerOf(staff).key, staff.number),
  );
  const sifted = [...groups.values()].map((group) => siftGroup(group, today));
  const entries = sifted.flatMap(({ entry }) => entry ?? []).sort((a, b) => a.staff.line - b.staff.line);
  const doubtAbout = findDoubts(entries, known, index);
  const clear: Entry[] = [];
  const undecided = sifted
    .flatMap((group) => group.sifted)
    .map((one): UndecidedLine => ({ line: one.staff.line, ...one }));
  for (const entry of entries) {
    const doubt = doubtAbout(entry);
    if (doubt) undecided.push({ line: entry.staff.line, staff: entry.staff, ...doubt });
    else clear.push(entry);
  }
  return { clear, undecided: undecided.sort((a, b) => a.line - b.line) };
}

function identityOf(employerKey: string, number: string): string {
  return `${employerKey} ${foldNumber(number)}`;
}

function countMissing(
  known: KnownStaff,
  lines: readonly StaffLine[],
  { employerOf, today }: { employerOf: EmployerOf; today: string },
): number {
  const employers = new Set(lines.map((line) => employerOf(line).id));
  const named = new Set(lines.map((line) => identityOf(employerOf(line).key, line.number)));
  const missing = known.appointments.filter(
    ({ employerId, number, endsOn }) =>
      employers.has(employerId) &&
      (endsOn === null || endsOn >= today) &&
      !named.has(identityOf(employerId, number)),
  );
  return new Set(missing.map(({ personId }) => personId)).size;
}
