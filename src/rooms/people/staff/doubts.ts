import type { KnownIndex, KnownStaff } from './known.ts';
import { makeKnots, type Knots } from './knots.ts';
import {
  allAgree,
  contradict,
  emailKey,
  faceOf,
  isOtherPerson,
  numberKey,
  personKey,
  saysOtherwise,
  whoIs,
  type Entry,
  type Face,
} from './who.ts';

/*
 * Two lines, or a line and a colleague we know, are one person when number and e-mail agree (where one has no
 * e-mail: number and full name). Whatever agrees by half is doubtful: listed, left out, never merged.
 *
 * Lines and people that share a number or an e-mail hang together in a knot. A knot with one doubt in it is
 * doubtful as a whole: nobody in it is added, and no name or e-mail in it changes. That is what makes a second
 * run of the same file find nothing: either a knot was carried out entirely, or it stands there as before.
 */

/**
 * - same_email: one e-mail, different numbers or different people we know
 * - same_number: one number at several employers, and e-mail and name do not say that it is one person
 * - other_person: the number is known, but for somebody with a wholly different name and no e-mail in common; or
 *   the lines of one person we know say so of each other
 */
export type DoubtReason = 'same_email' | 'same_number' | 'other_person';

/** `otherLine` and `personId`: the first line, or the person we know, that it clashes with. */
export interface Doubt {
  reason: DoubtReason;
  otherLine?: number;
  personId?: string;
}

type DoubtFor = (entry: Entry) => Doubt;

/**
 * The doubt about who an entry is, or null when it may be carried out. `entries` hold each employer and number
 * once. Known colleagues of whom the line says nothing new are never in doubt.
 */
export function findDoubts(
  entries: readonly Entry[],
  known: KnownStaff,
  index: KnownIndex,
): (entry: Entry) => Doubt | null {
  const doubts = new Map<string, DoubtFor>([
    ...doubtfulPeople(entries, index),
    ...doubtfulEmails(entries, known, index),
    ...doubtfulNumbers(entries, index),
  ]);
  const knots = tieKnots(entries, known, index);
  const doubtfulKnots = new Map([...doubts].map(([key, doubt]) => [knots.knotOf(key), doubt]));
  return (entry) => {
    const anywhere = doubtfulKnots.get(knots.knotOf(numberKey(entry.staff.number)));
    if (!anywhere || (entry.person && !saysOtherwise(entry))) return null;
    const nearest = keysOf(entry)
      .map((key) => doubts.get(key))
      .find((doubt) => doubt !== undefined);
    return (nearest ?? anywhere)(entry);
  };
}

/** Nearest first: the keys under which a doubt concerns this very entry. */
function keysOf(entry: Entry): string[] {
  const person = entry.person ? [personKey(entry.person.id)] : [];
  const email = entry.staff.email === null ? [] : [emailKey(entry.staff.email)];
  return [...person, numberKey(entry.staff.number), ...email];
}

function doubtfulPeople(entries: readonly Entry[], index: KnownIndex): [string, DoubtFor][] {
  const known = entries.flatMap((entry) => (whoIs(entry, index).personId === null ? [] : entry));
  return [...Map.groupBy(known, (entry) => whoIs(entry, index).key)].flatMap(
    ([key, theirs]): [string, DoubtFor][] => {
      const inItself = contradict(theirs.map(({ staff }) => staff));
      if (!inItself && !theirs.some(isOtherPerson)) return [];
      const [first, second] = theirs;
      const doubtFor = (entry: Entry): Doubt => {
        const other = inItself ? (entry === first ? second : first) : undefined;
        return { reason: 'other_person', ...pointAt(other, entry.person?.id) };
      };
      return [[key, doubtFor]];
    },
  );
}

function doubtfulNumbers(entries: readonly Entry[], index: KnownIndex): [string, DoubtFor][] {
  const faces = facesInFile(entries);
  const doubts: [string, DoubtFor][] = [];
  for (const [key, sharing] of Map.groupBy(entries, ({ staff }) => numberKey(staff.number))) {
    const fresh = sharing.filter(({ person }) => person === null);
    const bearers = [...index.bearers(sharing[0]?.staff.number ?? '')];
    const theirs = bearers.flatMap(
      (id) => faces.get(id) ?? [index.person(id)].flatMap((one) => (one ? [faceOf(one)] : [])),
    );
    if (fresh.length === 0) continue;
    if (bearers.length <= 1 && allAgree([...fresh.map(({ staff }) => faceOf(staff)), ...theirs])) continue;
    const [first, second] = sharing;
    doubts.push([
      key,
      (entry) => {
        const other = entry === first ? second : first;
        return {
          reason: 'same_number',
          ...pointAt(
            other,
            bearers.find((id) => id !== entry.person?.id),
          ),
        };
      },
    ]);
  }
  return doubts;
}

/** The faces that colleagues we know have in this file; an empty e-mail does not take away the one we know. */
function facesInFile(entries: readonly Entry[]): Map<string, Face[]> {
  const faces = new Map<string, Face[]>();
  for (const { staff, person } of entries) {
    if (!person) continue;
    const theirs = faces.get(person.id) ?? [];
    theirs.push(faceOf({ ...staff, email: staff.email ?? person.email }));
    faces.set(person.id, theirs);
  }
  return faces;
}

/** An e-mail that more than one person has, in the file or in what we know. */
function doubtfulEmails(
  entries: readonly Entry[],
  known: KnownStaff,
  index: KnownIndex,
): [string, DoubtFor][] {
  const owners = Map.groupBy(
    known.people.filter(({ email }) => email !== null),
    ({ email }) => emailKey(email ?? ''),
  );
  const writing = entries.filter(({ staff }) => staff.email !== null);
  const doubts: [string, DoubtFor][] = [];
  for (const [key, sharing] of Map.groupBy(writing, ({ staff }) => emailKey(staff.email ?? ''))) {
    const keyOf = (entry: Entry) => whoIs(entry, index).key;
    const first = sharing[0];
    const second = first && sharing.find((entry) => keyOf(entry) !== keyOf(first));
    const owner = (owners.get(key) ?? []).map(({ id }) => id);
    const claims = new Set([...sharing.map(keyOf), ...owner.map(personKey)]);
    if (claims.size <= 1) continue;
    doubts.push([
      key,
      (entry) => {
        const other = first && keyOf(entry) === keyOf(first) ? second : first;
        return {
          reason: 'same_email',
          ...pointAt(
            other,
            owner.find((id) => personKey(id) !== keyOf(entry)),
          ),
        };
      },
    ]);
  }
  return doubts;
}

function pointAt(other: Entry | undefined, personId: string | undefined): Omit<Doubt, 'reason'> {
  return {
    ...(other ? { otherLine: other.staff.line } : {}),
    ...(personId === undefined ? {} : { personId }),
  };
}

function tieKnots(entries: readonly Entry[], known: KnownStaff, index: KnownIndex): Knots {
  const knots = makeKnots();
  for (const { id, email } of known.people) if (email !== null) knots.tie(personKey(id), emailKey(email));
  for (const { personId, number } of known.appointments) knots.tie(personKey(personId), numberKey(number));
  for (const entry of entries) {
    const { number, email } = entry.staff;
    knots.tie(whoIs(entry, index).key, numberKey(number));
    if (email !== null) knots.tie(numberKey(number), emailKey(email));
  }
  return knots;
}
