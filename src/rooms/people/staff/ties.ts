import { pairKey, type Answer, type Answers, type Side } from './answers.ts';
import type { KnownIndex, KnownPerson } from './known.ts';
import { makeKnots, type Knots } from './knots.ts';
import { faceOf, lineKey, personKey, shareName, type Entry } from './who.ts';

/**
 * - same_email: one e-mail, different numbers or different people we know
 * - same_number: one number at several employers, and e-mail and name do not say that it is one person
 * - other_person: the number is known, but for somebody with a wholly different name and no e-mail in common; or
 *   the lines of one person we know say so of each other
 * - no_number: somebody who was added by hand and waits for a number looks like this line
 */
export type DoubtReason = 'same_email' | 'same_number' | 'other_person' | 'no_number';

/**
 * Whether a line and another side are one person. `isTwoKnown`: both are people we know already, whom no list makes
 * one. `looks`: the full name agrees, and the number or the e-mail with it; or neither name nor e-mail does; or null.
 */
export interface Question {
  key: string;
  line: number;
  other: Side;
  reason: DoubtReason;
  answer: Answer | null;
  isTwoKnown: boolean;
  looks: 'same' | 'other' | null;
}

/** Who is tied to whom so far, and what must be asked. */
export interface Ties {
  together: Knots;
  questions: ReadonlyMap<string, Question>;
  /** Of each pair that was told apart, now or with an earlier list, the keys. */
  apart: (readonly [string, string])[];
  /** Ties an entry to another side when they agree; asks when they agree by half. */
  weigh(entry: Entry, other: Side, verdict: { agrees: boolean; reason: DoubtReason }): void;
}

export const sideKey = (side: Side): string =>
  'line' in side ? lineKey(side.line) : personKey(side.personId);

export function makeTies(entries: readonly Entry[], index: KnownIndex, answers: Answers): Ties {
  const together = makeKnots();
  const questions = new Map<string, Question>();
  const apart: (readonly [string, string])[] = [];
  const byLine = new Map(entries.map((entry) => [entry.staff.line, entry]));
  /** Under whose number a line stands, unless it was told apart from them. */
  const bearerOf = (line: number) => {
    const person = byLine.get(line)?.person ?? null;
    const asked = person && questions.get(pairKey(line, { personId: person.id }));
    return asked?.answer === 'other' ? null : person;
  };
  // By the key of those who hang together: the person we know among them.
  const people = new Map<string, KnownPerson>();
  const personIn = (side: Side) =>
    'line' in side
      ? (bearerOf(side.line) ?? people.get(together.knotOf(lineKey(side.line))) ?? null)
      : index.person(side.personId);
  const tie = (line: number, other: Side) => {
    const person = personIn({ line }) ?? personIn(other);
    together.tie(lineKey(line), sideKey(other));
    if (person) people.set(together.knotOf(lineKey(line)), person);
  };
  const weigh: Ties['weigh'] = (entry, other, { agrees, reason }) => {
    const line = entry.staff.line;
    const [one, two] = [lineKey(line), sideKey(other)];
    const key = pairKey(line, other);
    if (questions.has(key)) return;
    // Whose number it is comes first: what else is to be asked of the line hangs on it.
    const first = entry.person && questions.get(pairKey(line, { personId: entry.person.id }));
    if (first && first.answer === null) return;
    if (agrees) return tie(line, other);
    const answer = answers.pairs[key] ?? null;
    const [person, theirs] = [personIn({ line }), personIn(other)];
    const isTwoKnown = person !== null && theirs !== null && person !== theirs;
    if (isTwoKnown && answer === null && index.areApart(person.id, theirs.id)) {
      apart.push([one, two]);
      return;
    }
    const looks = looksLike(entry, 'line' in other ? byLine.get(other.line)?.staff : theirs, reason);
    questions.set(key, { key, line, other, reason, answer, isTwoKnown, looks });
    if (answer === 'same') tie(line, other);
    if (answer === 'other') apart.push([one, two]);
  };
  return { together, questions, apart, weigh };
}

type Looked = { firstName: string; lastName: string; email: string | null };

function looksLike(
  { staff }: Entry,
  other: Looked | undefined | null,
  reason: DoubtReason,
): Question['looks'] {
  if (!other) return null;
  const [one, two] = [faceOf(staff), faceOf(other)];
  const sameEmail = one.email !== null && one.email === two.email;
  if (sameEmail || one.name === two.name)
    return one.name === two.name && (sameEmail || reason === 'same_number') ? 'same' : null;
  return one.email !== null && two.email !== null && !shareName(staff, other) ? 'other' : null;
}
