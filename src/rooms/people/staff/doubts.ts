import type { Answers } from './answers.ts';
import type { KnownAppointment } from './known.ts';
import { makeKnots, type Knots } from './knots.ts';
import { tieEmails, tieFounder, tieKnown, tieNumberless, tieNumbers, type About } from './relations.ts';
import { makeTies, sideKey, type DoubtReason, type Question, type Ties } from './ties.ts';
import { emailKey, lineKey, numberKey, personKey, saysOtherwise, type Entry } from './who.ts';

export type { DoubtReason, Question } from './ties.ts';

/*
 * Lines and people that share a number or an e-mail hang together in a knot. A knot with one open question in it is
 * doubtful as a whole: nobody in it is added, and no name or e-mail in it changes. That is what makes a second
 * run of the same file find nothing: either a knot was carried out entirely, or it stands there as before.
 */

/** `otherLine` and `personId`: the first line, or the person we know, that it clashes with. */
export interface Doubt {
  reason: DoubtReason | 'answers_clash';
  otherLine?: number;
  personId?: string;
}

/** Who is who, as far as that is certain. */
export interface WhoIsWho {
  /** With what is known of them, which is nothing for a number that now is somebody else's. */
  entries: Entry[];
  /** Null when the entry may be carried out. Known colleagues of whom the line says nothing new are never in doubt. */
  doubtAbout(entry: Entry): Doubt | null;
  /** Lines with the same key are one person; `personId` if we know them. */
  whoIs(entry: Entry): { key: string; personId: string | null };
  questions: Question[];
  /** Lines and people that were told apart, as keys of who.ts. */
  apart: Ties['apart'];
  /** Appointments whose number somebody else has now. */
  freed: Map<number, KnownAppointment>;
  /** Whether somebody we know may be one of those a question is about. */
  isAskedAbout(personId: string): boolean;
}

/** `entries` hold each employer and number once. */
export function findWho(given: readonly Entry[], about: About, answers: Answers): WhoIsWho {
  const ties = makeTies(given, about.index, answers);
  tieKnown(given, ties, about);
  const freed = new Map<number, KnownAppointment>();
  const entries = given.map((entry): Entry => {
    const { answer } = ties.questions.get(`${entry.staff.line}-${entry.person?.id}`) ?? { answer: null };
    if (answer !== 'other' || !entry.appointment) return entry;
    freed.set(entry.staff.line, entry.appointment);
    return { ...entry, appointment: null, person: null };
  });
  for (const tie of [tieFounder, tieNumbers, tieNumberless, tieEmails]) tie(entries, ties, about);
  const people = peopleTied(about, ties);
  const knots = tieKnots(entries, ties, about);
  const clashing = clashesIn(ties, people);
  const open = [...ties.questions.values()].filter(({ answer }) => answer === null);
  const doubtful = new Map([
    ...clashing.map((key): [string, Question | null] => [knots.knotOf(key), null]),
    ...open.toReversed().map((one): [string, Question | null] => [knots.knotOf(lineKey(one.line)), one]),
  ]);
  const concerning = doubtsByKey(open);
  return {
    entries,
    freed,
    questions: [...ties.questions.values()].sort((one, other) => one.line - other.line),
    apart: ties.apart,
    whoIs: ({ staff, person }) => {
      const key = ties.together.knotOf(lineKey(staff.line));
      const [one, another] = people.get(key) ?? [];
      // Answers that would make one of two we know are not followed: whoever is in the list as before stays themselves.
      if (person && another !== undefined) return { key: personKey(person.id), personId: person.id };
      return { key, personId: one ?? null };
    },
    doubtAbout: (entry) => {
      const anywhere = doubtful.get(knots.knotOf(lineKey(entry.staff.line)));
      if (anywhere === undefined || (entry.person && !saysOtherwise(entry, about.index))) return null;
      const nearest = keysOf(entry).flatMap((key) => concerning.get(key) ?? [])[0];
      const told = nearest ?? anywhere;
      return told ? doubtFrom(told, entry) : { reason: 'answers_clash' };
    },
    isAskedAbout: (personId) => doubtful.has(knots.knotOf(personKey(personId))),
  };
}

/** Nearest first: the keys under which a question concerns this very entry. */
const keysOf = ({ staff, person }: Entry) => [lineKey(staff.line), ...(person ? [personKey(person.id)] : [])];

function doubtsByKey(open: readonly Question[]): Map<string, Question[]> {
  const byKey = new Map<string, Question[]>();
  for (const question of open)
    for (const key of [lineKey(question.line), sideKey(question.other)])
      byKey.set(key, [...(byKey.get(key) ?? []), question]);
  return byKey;
}

/** Seen from the entry: a question that names it as the other side is about the line that asks. */
function doubtFrom({ reason, line, other }: Question, entry: Entry): Doubt {
  if (line !== entry.staff.line) return { reason, otherLine: line };
  return 'line' in other ? { reason, otherLine: other.line } : { reason, personId: other.personId };
}

/** The people we know, by the key of who is one. */
function peopleTied({ known }: About, { together }: Ties): Map<string, Set<string>> {
  const people = new Map<string, Set<string>>();
  for (const { id } of known.people) {
    const key = together.knotOf(personKey(id));
    people.set(key, (people.get(key) ?? new Set()).add(id));
  }
  return people;
}

/** Answers that cannot all be so: two people we know would be one, or two who were told apart. */
function clashesIn({ together, apart }: Ties, people: ReadonlyMap<string, ReadonlySet<string>>): string[] {
  const merged = [...people.values()].filter((ids) => ids.size > 1).flatMap((ids) => [...ids].map(personKey));
  const torn = apart.filter(([one, other]) => together.knotOf(one) === together.knotOf(other));
  return [...merged, ...torn.map(([one]) => one)];
}

function tieKnots(entries: readonly Entry[], { questions }: Ties, { known }: About): Knots {
  const knots = makeKnots();
  for (const { id, email } of known.people) if (email !== null) knots.tie(personKey(id), emailKey(email));
  for (const { personId, number } of known.appointments)
    if (number !== null) knots.tie(personKey(personId), numberKey(number));
  for (const { staff, person } of entries) {
    knots.tie(lineKey(staff.line), numberKey(staff.number));
    if (person) knots.tie(lineKey(staff.line), personKey(person.id));
    if (staff.email !== null) knots.tie(lineKey(staff.line), emailKey(staff.email));
  }
  for (const { line, other } of questions.values()) knots.tie(lineKey(line), sideKey(other));
  return knots;
}
