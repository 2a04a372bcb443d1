import { employerOf, firstNames, lastNames, unitNames } from '#demo/region.ts';
import { newId } from '#platform/ids.ts';
import { clock } from '#platform/server/clock.ts';
import type { Rows } from './rows.ts';
import type { TownSize } from './sizes.ts';

export type Person = { id: string; unitId: string; appointmentId: string };
export type Coach = Person & { coachOf: string };

/** Who works where in a made-up town, and the rows that say so, by table in the order in which they may be put in. */
export type Staff = { tables: [string, Rows][]; people: Person[]; coaches: Coach[]; unitIds: string[] };

const branches = 4;
const startsOn = '2024-01-01';

/** A tree of two levels; people spread evenly over it; a coach for as many units as there are coaches, some units two. */
export function staffOf(size: TownSize, random: () => number): Staff {
  const units = unitRows(size.units);
  const unitIds = units.map(({ id }) => id as string);
  const employer = { id: newId(), name: employerOf(size.name) };
  const people = Array.from({ length: size.staff }, (_, at) => {
    const person = { id: newId(), unitId: unitIds[at % unitIds.length]!, appointmentId: newId() };
    return { ...person, row: personRow(person.id, { at, slug: size.slug, random }) };
  });
  const coaches = people
    .slice(0, size.coaches)
    .map((person, at) => ({ ...person, coachOf: unitIds[at % unitIds.length]! }));
  const roles = roleRows(people, coaches);
  return {
    tables: [
      ['unit', units],
      ['employer', [employer]],
      ['person', people.map(({ row }) => row)],
      ['appointment', people.map((person, at) => appointmentRow(person, { at, employerId: employer.id }))],
      ['role', roles],
      ['helper', helperRows(coaches, random)],
      ['absence', absenceRows(coaches, random)],
    ],
    people,
    coaches,
    unitIds,
  };
}

function unitRows(count: number): Rows {
  const ids = Array.from({ length: count }, () => newId());
  return ids.map((id, at) => {
    const round = Math.floor(at / unitNames.length);
    const name = unitNames[at % unitNames.length]!;
    const parent = at < branches ? null : ids[at % branches]!;
    return { id, parent_id: parent, name: round === 0 ? name : `${name} ${round + 1}` };
  });
}

function personRow(id: string, { at, slug, random }: { at: number; slug: string; random: () => number }) {
  const first = firstNames[at % firstNames.length]!;
  const last = lastNames[Math.floor(random() * lastNames.length)]!;
  // A fifth of the staff has no address for mail.
  const email = at % 5 === 4 ? null : `${first}.${last}.${at}@${slug}.example`.toLowerCase();
  return { id, first_name: first, last_name: last, email, created_at: `${startsOn}T08:00:00Z` };
}

const appointmentRow = (person: Person, { at, employerId }: { at: number; employerId: string }) => ({
  id: person.appointmentId,
  person_id: person.id,
  employer_id: employerId,
  number: String(at + 1).padStart(6, '0'),
  unit_id: person.unitId,
  starts_on: startsOn,
});

function roleRows(people: readonly Person[], coaches: readonly Coach[]): Rows {
  const role = (person: Person, kind: string, more: { unit_id?: string; themes?: string[] } = {}) => ({
    id: newId(),
    appointment_id: person.appointmentId,
    kind,
    unit_id: more.unit_id ?? null,
    themes: more.themes ?? [],
    starts_on: startsOn,
  });
  const [admin, coordinator, hr, ict, ictToo, ...rest] = people.slice(coaches.length);
  const themes = [
    ['outlook', 'teams'],
    ['office', 'files'],
    ['line_of_business'],
    ['sign_in', 'safety'],
    ['ai'],
  ];
  return [
    ...coaches.map((coach) => role(coach, 'coach', { unit_id: coach.coachOf })),
    role(admin!, 'admin'),
    role(coordinator!, 'coordinator'),
    role(hr!, 'hr'),
    role(ict!, 'ict'),
    role(ictToo!, 'ict'),
    ...themes.map((own, at) => role(rest[at]!, 'expert', { themes: own })),
  ];
}

const partTime = { '1': [['08:30', '12:00']], '2': [['08:30', '16:30']], '4': [['09:00', '16:00']] };

const helperRows = (coaches: readonly Coach[], random: () => number): Rows =>
  coaches.map((coach, at) => ({
    person_id: coach.id,
    hours: random() < 0.3 ? partTime : null,
    substitute_id: random() < 0.5 ? coaches[(at + 1) % coaches.length]!.id : null,
    open_limit: 8,
    also_elsewhere: random() < 0.1,
  }));

const daysFrom = (days: number) => new Date(clock.now().getTime() + days * 86_400_000).toISOString();

const absenceRows = (coaches: readonly Coach[], random: () => number): Rows =>
  coaches
    .filter(() => random() < 0.06)
    .map((coach) => ({ id: newId(), person_id: coach.id, starts_at: daysFrom(-2), ends_at: daysFrom(9) }));
