import type { KnownIndex, KnownPerson, KnownStaff } from './known.ts';
import type { StaffLine } from './list.ts';
import type { Ties } from './ties.ts';
import {
  allAgree,
  asListed,
  contradict,
  emailKey,
  faceOf,
  haveOneEmail,
  isOtherPerson,
  lineKey,
  numberKey,
  personKey,
  saysOtherwise,
  type Entry,
  type Face,
} from './who.ts';

/*
 * Two lines, or a line and a colleague we know, are one person when number and e-mail agree (where one has no
 * e-mail: number and full name). Whatever agrees by half is asked. In this order, for each needs the one before.
 */

export interface About {
  known: KnownStaff;
  index: KnownIndex;
  today: string;
}

/** The lines under a number that we know: that colleague, unless nothing else says so. */
export function tieKnown(entries: readonly Entry[], ties: Ties, { index }: About): void {
  const theirs = entries.filter(({ person }) => person !== null);
  for (const [personId, lines] of Map.groupBy(theirs, ({ person }) => person?.id ?? '')) {
    const staffs = lines.map(({ staff }) => staff);
    const inItself = contradict(staffs);
    for (const entry of lines) {
      // Lines that share an e-mail are one person: it is enough that one of them is recognised.
      const recognised = haveOneEmail(staffs) ? lines : [entry];
      const isThem = recognised.some((one) => !isOtherPerson(one, index));
      const agrees = inItself ? !saysOtherwise(entry, index) : isThem;
      ties.weigh(entry, { personId }, { agrees, reason: 'other_person' });
    }
  }
}

/** New lines with one number, at several employers, and who bears that number already. */
export function tieNumbers(entries: readonly Entry[], ties: Ties, { index }: About): void {
  const sharings = sharingsIn(entries, index);
  const lines = linesByPerson(entries, sharings);
  for (const { first, others, bearers, freshAgree, agrees } of sharings) {
    for (const personId of bearers) {
      const isOne = agrees && !contradict(lines.get(personId) ?? []);
      // Lines that are one person anyhow are asked about once.
      const asking = freshAgree ? [first] : [first, ...others];
      for (const entry of asking) ties.weigh(entry, { personId }, { agrees: isOne, reason: 'same_number' });
    }
    for (const entry of others)
      ties.weigh(entry, { line: first.staff.line }, { agrees: freshAgree, reason: 'same_number' });
  }
}

/** Lines under one number that are new, and the people we know who bear it; `agrees`: all of them, among each other. */
interface Sharing {
  first: Entry;
  others: Entry[];
  bearers: string[];
  freshAgree: boolean;
  agrees: boolean;
}

function sharingsIn(entries: readonly Entry[], index: KnownIndex): Sharing[] {
  const faces = facesInFile(entries);
  const taken = new Set(entries.flatMap(({ appointment }) => appointment?.id ?? []));
  const named = new Set(entries.map(({ employerId, staff }) => `${employerId} ${numberKey(staff.number)}`));
  const groups = Map.groupBy(entries, ({ staff }) => numberKey(staff.number));
  return [...groups.values()].flatMap((sharing): Sharing[] => {
    const [first, ...others] = sharing.filter(({ person }) => person === null);
    if (!first) return [];
    // An appointment that stands under the very identity of a line and is not that line's was told apart from it.
    const bearing = index
      .bearers(first.staff.number)
      .filter(
        ({ id, employerId, number }) =>
          taken.has(id) || !named.has(`${employerId} ${numberKey(number ?? '')}`),
      );
    const bearers = [...new Set(bearing.map(({ personId }) => personId))];
    const fresh = [first, ...others].map(({ staff }) => faceOf(staff));
    const known = bearers.flatMap((id) => faces.get(id) ?? knownFace(index.person(id)));
    const agrees = bearers.length <= 1 && allAgree([...fresh, ...known]);
    return [{ first, others, bearers, freshAgree: allAgree(fresh), agrees }];
  });
}

/** What the file says of people we know: under the numbers we know, and under those that would become theirs. */
function linesByPerson(entries: readonly Entry[], sharings: readonly Sharing[]): Map<string, StaffLine[]> {
  const known = entries.flatMap(({ person, staff }) => (person ? [{ personId: person.id, staff }] : []));
  const fresh = sharings.flatMap(({ first, others, bearers: [personId], agrees }) =>
    agrees && personId ? [first, ...others].map(({ staff }) => ({ personId, staff })) : [],
  );
  const lines = Map.groupBy([...known, ...fresh], ({ personId }) => personId);
  return new Map([...lines].map(([personId, theirs]) => [personId, theirs.map(({ staff }) => staff)]));
}

const knownFace = (person: KnownPerson | null): Face[] => (person ? [faceOf(person)] : []);

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

/** Whoever set the organisation up typed their own name and address: the one line that has both is theirs. */
export function tieFounder(entries: readonly Entry[], ties: Ties, { known, index }: About): void {
  for (const { personId, isPlaceholder } of known.appointments) {
    const person = isPlaceholder ? index.person(personId) : null;
    if (!person?.email) continue;
    const face = faceOf(person);
    const [entry, another] = entries.filter(({ staff }) => faceOf(staff).email === face.email);
    if (!entry || another || entry.person || faceOf(entry.staff).name !== face.name) continue;
    ties.weigh(entry, { personId }, { agrees: true, reason: 'same_email' });
  }
}

/** Somebody who was added by hand at this employer and works there without a number: a new line may bring it. */
export function tieNumberless(entries: readonly Entry[], ties: Ties, about: About): void {
  const { known, index, today } = about;
  const waiting = known.appointments.flatMap(({ number, employerId, personId, endsOn }) => {
    const person = index.person(personId);
    const runs = endsOn === null || endsOn >= today;
    return number === null && runs && person
      ? [{ employerId, person, face: faceOf(asListed(person, index)) }]
      : [];
  });
  const atEmployer = Map.groupBy(waiting, ({ employerId }) => employerId);
  for (const entry of entries) {
    const there = entry.person || !entry.employerId ? [] : (atEmployer.get(entry.employerId) ?? []);
    const face = there.length > 0 ? faceOf(entry.staff) : null;
    for (const { person, face: theirs } of there) {
      if (!face || !isAlike(face, theirs)) continue;
      const { together } = ties;
      if (together.knotOf(lineKey(entry.staff.line)) === together.knotOf(personKey(person.id))) continue;
      ties.weigh(entry, { personId: person.id }, { agrees: false, reason: 'no_number' });
    }
  }
}

/** The same e-mail; or the same full name, where one has no e-mail. */
const isAlike = (one: Face, other: Face) =>
  one.email !== null && other.email !== null ? one.email === other.email : one.name === other.name;

/** An e-mail that more than one person has, in the file or in what we know: each is compared with whose it is. */
export function tieEmails(entries: readonly Entry[], ties: Ties, { known }: About): void {
  const owners = new Map(
    known.people.flatMap((one) => (one.email === null ? [] : [[emailKey(one.email), one]])),
  );
  const writing = entries.filter(({ staff }) => staff.email !== null);
  const whose = (entry: Entry) => ties.together.knotOf(lineKey(entry.staff.line));
  for (const [key, sharing] of Map.groupBy(writing, ({ staff }) => emailKey(staff.email ?? ''))) {
    const owner = owners.get(key);
    const [first] = sharing;
    if (!first) continue;
    const hub = owner ? ({ personId: owner.id } as const) : ({ line: first.staff.line } as const);
    const hubKey = owner ? personKey(owner.id) : lineKey(first.staff.line);
    for (const theirs of Map.groupBy(sharing, whose).values()) {
      const [entry] = theirs;
      if (!entry || whose(entry) === ties.together.knotOf(hubKey)) continue;
      ties.weigh(entry, hub, { agrees: false, reason: 'same_email' });
    }
  }
}
