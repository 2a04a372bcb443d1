import { noAnswers, type Answers } from './answers.ts';
import type { KeptField } from './by-hand.ts';
import { findWho, type Doubt, type Question, type WhoIsWho } from './doubts.ts';
import { findEndings, freedLine, type EndingGroup, type FreedLine } from './ending.ts';
import type { StaffColumn, StaffField } from './fields.ts';
import { foldNumber } from './fold.ts';
import { indexKnown, type KnownIndex, type KnownStaff } from './known.ts';
import type { WithoutEmail } from './leads.ts';
import type { StaffLine, Unreadable } from './list.ts';
import { chooseEmployers, makePlaces, newUnitsFor, type EmployerChoice, type NewUnit } from './places.ts';
import { siftGroup, type SiftReason } from './sift.ts';
import { emailKey, lineKey, personKey, type Entry } from './who.ts';
import { writeLines, type AddedLine, type ChangedLine, type Written } from './write.ts';

export type { AddedLine, ChangedLine } from './write.ts';
export type { FieldChange } from './changes.ts';
export type { KnownStaff } from './known.ts';

/** Listed and left out. `otherLine` and `personId` say what it clashes with, where there is such a thing. */
export interface UndecidedLine {
  line: number;
  staff: StaffLine;
  reason: SiftReason | Doubt['reason'];
  otherLine?: number;
  personId?: string;
}

/** Somebody of the plan: a person we know, or the one that a line makes. */
export type PersonRef = { personId: string } | { line: number };

/**
 * Plain values, so it can be compared as JSON between preview and confirmation. New employers and units are those
 * that added and changed lines need, parents before children. `questions` are those of `undecided` that somebody can
 * answer, answered or not. `missing` counts who is not in the file and stays, of whom the endings that do not end.
 */
export interface StaffPlan {
  newEmployers: string[];
  newUnits: NewUnit[];
  added: AddedLine[];
  changed: ChangedLine[];
  unchanged: number;
  endings: EndingGroup[];
  freed: FreedLine[];
  kept: KeptField[];
  noted: Written['noted'];
  withoutEmail: WithoutEmail[];
  apart: [PersonRef, PersonRef][];
  questions: Question[];
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
  answers: Answers = noAnswers,
): StaffPlan {
  const { today } = options;
  const lines = read.lines.toSorted((a, b) => a.line - b.line);
  const index = indexKnown(known);
  const employerOf = chooseEmployers(known.employers, lines, options.defaultEmployer);
  const { who, clear, undecided } = decide(lines, { known, index, employerOf, today, answers });
  const places = makePlaces(known.units, lines);
  const has = (field: StaffField) => read.columns?.some((column) => column.field === field) ?? true;
  const owners = new Map(
    known.people.flatMap(({ id, email }) => (email === null ? [] : [[emailKey(email), id]])),
  );
  const freedIds = new Set([...who.freed.values()].map(({ id }) => id));
  const named = new Set(lines.map((line) => identityOf(employerOf(line).key, line.number)));
  const written = writeLines(clear, {
    ...{ index, today, employerOf, places, has, whoIs: who.whoIs },
    ownerOf: (email) => owners.get(emailKey(email)) ?? null,
    keepsNumber: ({ id, employerId, number }) =>
      number !== null && named.has(identityOf(employerId, number)) && !freedIds.has(id),
  });
  const { added, changed, unchanged, kept, noted, withoutEmail, spokenOf } = written;
  const isSpokenOf = ({ id, personId }: { id: string; personId: string }) =>
    spokenOf.has(id) || freedIds.has(id) || who.isAskedAbout(personId);
  const { unreadable } = read;
  const endings = findEndings({
    ...{ known, index, lines, unreadable, employerOf, isSpokenOf, choices: answers.endings, today },
  });
  return {
    newEmployers: [...new Set(added.flatMap((one) => (one.employerId === null ? one.employer : [])))],
    newUnits: newUnitsFor([...added, ...changed, ...noted].flatMap(({ place }) => place ?? [])),
    ...{ added, changed, unchanged, endings, kept, noted, withoutEmail },
    freed: clear.flatMap(({ staff: { line } }) => {
      const freed = who.freed.get(line);
      return freed && !spokenOf.has(freed.id) ? [freedLine(line, freed, today)] : [];
    }),
    apart: apartIn(who, written, index),
    questions: who.questions,
    undecided,
    unreadable: [...unreadable],
    missing: endings.reduce((sum, { ends, people }) => sum + (ends ? 0 : people.length), 0),
  };
}

type EmployerOf = (line: StaffLine) => EmployerChoice;

/** First one line for each identity, then who is who. */
function decide(
  lines: readonly StaffLine[],
  about: { known: KnownStaff; index: KnownIndex; employerOf: EmployerOf; today: string; answers: Answers },
): { who: WhoIsWho; clear: Entry[]; undecided: UndecidedLine[] } {
  const { index, employerOf, today } = about;
  const toEntry = (staff: StaffLine): Entry => {
    const employerId = employerOf(staff).id;
    const appointment = index.appointment(employerId, staff.number);
    return { staff, employerId, appointment, person: appointment && index.person(appointment.personId) };
  };
  const groups = Map.groupBy(lines.map(toEntry), ({ staff }) =>
    identityOf(employerOf(staff).key, staff.number),
  );
  const sifted = [...groups.values()].map((group) => siftGroup(group, today));
  const entries = sifted.flatMap(({ entry }) => entry ?? []).sort((a, b) => a.staff.line - b.staff.line);
  const who = findWho(entries, about, about.answers);
  const clear: Entry[] = [];
  const undecided = sifted
    .flatMap((group) => group.sifted)
    .map((one): UndecidedLine => ({ line: one.staff.line, ...one }));
  for (const entry of who.entries) {
    const doubt = who.doubtAbout(entry);
    if (doubt) undecided.push({ line: entry.staff.line, staff: entry.staff, ...doubt });
    else clear.push(entry);
  }
  return { who, clear, undecided: undecided.sort((a, b) => a.line - b.line) };
}

const identityOf = (employerKey: string, number: string): string => `${employerKey} ${foldNumber(number)}`;

/**
 * Whom somebody told apart, to be remembered by who they are: lines have other numbers next month, and the same pair
 * must not be asked again each month. Pairs of which one side is left out are forgotten with the list.
 */
function apartIn({ apart }: WhoIsWho, { personOf }: Written, index: KnownIndex): [PersonRef, PersonRef][] {
  const refs = new Map<string, PersonRef>([...personOf].map(([line, ref]) => [lineKey(line), ref]));
  const refOf = (key: string): PersonRef | undefined => {
    const personId = key.startsWith(personKey('')) ? key.slice(personKey('').length) : null;
    return personId === null ? refs.get(key) : { personId };
  };
  return apart.flatMap(([one, other]): [PersonRef, PersonRef][] => {
    const [first, second] = [refOf(one), refOf(other)];
    if (!first || !second) return [];
    const isKnown =
      'personId' in first && 'personId' in second && index.areApart(first.personId, second.personId);
    return isKnown ? [] : [[first, second]];
  });
}
