import { addDays } from '#platform/days.ts';
import type { EndingChoice } from './answers.ts';
import { foldNumber } from './fold.ts';
import type { KnownAppointment, KnownIndex, KnownStaff } from './known.ts';
import type { StaffLine, Unreadable } from './list.ts';
import type { EmployerChoice } from './places.ts';

/*
 * Whoever is not in the list any more. Only at employers that the file names, and only appointments with a number: no
 * list speaks of the others. Nobody is ended of whom the file may still speak: in a line that cannot be read, or that
 * is in doubt.
 */

/** Who leaves, of one employer. `lastDay` is 'YYYY-MM-DD'. */
export interface EndingGroup {
  employerId: string;
  employer: string;
  /** Appointments with a number that run there now. */
  running: number;
  /** So many at once is unusual: they end only once somebody said so of this very number. */
  isMany: boolean;
  ends: boolean;
  lastDay: string;
  people: EndedLine[];
}

export interface EndedLine {
  appointmentId: string;
  personId: string;
  number: string;
  endsOn: string | null;
}

/** An appointment whose number somebody else has now: it ended, and is found by its number no more. */
export interface FreedLine {
  line: number;
  appointmentId: string;
  personId: string;
  number: string;
  endsOn: string;
}

/** More than a tenth of an employer at once (product.md 3.1). */
export const isUnusual = (leaving: number, running: number): boolean => leaving * 10 > running;

export interface Ending {
  known: KnownStaff;
  index: KnownIndex;
  lines: readonly StaffLine[];
  unreadable: readonly Unreadable[];
  employerOf: (line: StaffLine) => EmployerChoice;
  /** Appointments a line is about, and people who may be the other side of an open question. */
  isSpokenOf: (appointment: KnownAppointment) => boolean;
  choices: Readonly<Record<string, EndingChoice>>;
  today: string;
}

/** Per employer of the file, in the order of their names, those that are not in it. Without a choice: see `byItself`. */
export function findEndings(about: Ending): EndingGroup[] {
  const { known, lines, unreadable, today } = about;
  const named = new Set(lines.map((line) => `${about.employerOf(line).id} ${foldNumber(line.number)}`));
  const halfRead = new Set(
    unreadable.flatMap(({ number }) => (number === undefined ? [] : foldNumber(number))),
  );
  const isMissing = (one: KnownAppointment) =>
    !named.has(`${one.employerId} ${foldNumber(one.number ?? '')}`) &&
    !halfRead.has(foldNumber(one.number ?? '')) &&
    !about.isSpokenOf(one) &&
    about.index.handEdit({ ...one, appointmentId: one.id, field: 'endsOn' }) === null;
  const ids = new Set(lines.map((line) => about.employerOf(line).id));
  return known.employers
    .filter(({ id }) => ids.has(id))
    .toSorted((one, other) => (one.name < other.name ? -1 : 1))
    .flatMap(({ id, name }) => {
      const running = known.appointments.filter(
        ({ employerId, number, endsOn, startsOn }) =>
          employerId === id && number !== null && runsOn({ startsOn, endsOn }, today),
      );
      return groupOf({ id, name }, { running, missing: running.filter(isMissing) }, about);
    });
}

function groupOf(
  { id, name }: { id: string; name: string },
  { running, missing }: Record<'running' | 'missing', readonly KnownAppointment[]>,
  { unreadable, choices, today }: Ending,
): EndingGroup[] {
  const choice = choices[id];
  const lastDay = choice?.lastDay ?? addDays(today, -1);
  // Who only started after that day cannot have left on it.
  const leaving = missing.filter(
    ({ startsOn, endsOn }) => runsOn({ startsOn, endsOn }, lastDay) && endsOn !== lastDay,
  );
  if (leaving.length === 0) return [];
  const isMany = isUnusual(leaving.length, running.length);
  // With a line that names nobody, anybody may be the one it speaks of.
  const byItself = unreadable.every(({ number }) => number !== undefined);
  const ends = (choice?.ends ?? byItself) && (!isMany || choice?.sureOf === leaving.length);
  const people = leaving.map(({ id: appointmentId, personId, number, endsOn }) => ({
    ...{ appointmentId, personId, number: number ?? '', endsOn },
  }));
  return [{ employerId: id, employer: name, running: running.length, isMany, ends, lastDay, people }];
}

const runsOn = ({ startsOn, endsOn }: Pick<KnownAppointment, 'startsOn' | 'endsOn'>, day: string): boolean =>
  (startsOn === null || startsOn <= day) && (endsOn === null || endsOn >= day);

/** The last day of who had a number that is somebody else's now. */
export function freedLine(line: number, freed: KnownAppointment, today: string): FreedLine {
  const before = addDays(today, -1);
  const { id: appointmentId, personId, number, startsOn, endsOn } = freed;
  const last = endsOn !== null && endsOn < before ? endsOn : before;
  const notBeforeStart = startsOn !== null && startsOn > last ? startsOn : last;
  return { line, appointmentId, personId, number: number ?? '', endsOn: notBeforeStart };
}
