import { m } from '#messages';
import { formatDay } from '#platform/dates.ts';
import type { UndecidedLine } from './plan.ts';

type About = { line: number; name: string; day: string };
type Told = { line?: (about: About) => string; name?: (about: About) => string };

/** What is said when it clashes with another line, and when with a colleague we know. */
const clashes: Record<Exclude<UndecidedLine['reason'], 'already_ended'>, Told> = {
  repeated_line: { line: m.people_doubt_repeated_line },
  number_twice: { line: m.people_doubt_number_twice },
  same_email: { line: m.people_doubt_same_email_line, name: m.people_doubt_same_email_person },
  same_number: { line: m.people_doubt_same_number_line, name: m.people_doubt_same_number_person },
  no_number: { name: m.people_doubt_no_number },
  answers_clash: {},
  other_person: { line: m.people_doubt_other_person_line, name: m.people_doubt_other_person },
};

/** Why a line is left out. `nameOf` knows the colleagues here; one it does not know goes unnamed. */
export function doubtSentence(undecided: UndecidedLine, nameOf: (personId: string) => string | null): string {
  const { reason, otherLine, personId, staff } = undecided;
  if (reason === 'already_ended')
    return m.people_doubt_already_ended({ day: staff.endsOn ? formatDay(staff.endsOn) : '' });
  if (reason === 'answers_clash') return m.people_doubt_answers_clash();
  const told = clashes[reason];
  const name = personId === undefined ? null : nameOf(personId);
  const about = { line: otherLine ?? 0, name: name ?? '', day: '' };
  if (otherLine !== undefined && told.line) return told.line(about);
  if (name !== null && told.name) return told.name(about);
  return m.people_doubt_hangs_together();
}
