import { m } from '#messages';
import { formatDay } from '#platform/dates.ts';
import { localDay } from '#platform/days.ts';
import type { WeekHours } from '#platform/hours.ts';
import { isTheme, themeLabel } from '#rooms/organisations/themes.ts';
import { roleLabel } from './labels.ts';
import { fullName, initialsOf, type Name } from './name.ts';
import { isRole, roles, type Role } from './roles.ts';
import { weekRows } from './week.ts';

type Appointment = {
  id: string;
  unit: string;
  employer: string | null;
  /** The authority somebody comes from, when nobody here employs them. */
  visitingFrom: string | null;
  functionTitle: string | null;
  startsOn: string | null;
  endsOn: string | null;
};

type RunningRole = { id: string; kind: string; unit_name: string | null; themes: string[] };

type Person = {
  id: string;
  firstName: string;
  lastName: string;
  email: string | null;
  appointments: Appointment[];
  roles: RunningRole[];
  helper: {
    hours: WeekHours | null;
    substitute: Name | null;
    alsoElsewhere: boolean;
    place: string | null;
    away: { until: Date | null } | null;
    /** Somebody named them as the one who stands in. */
    standsIn: boolean;
  };
  now: Date;
};

const helping: readonly Role[] = ['coach', 'expert', 'ict', 'coordinator', 'admin'];

type Row = {
  id: string;
  firstName: string;
  lastName: string;
  unitName: string;
  roles: string[];
  hasBegun: boolean;
  startsOn: string | null;
  leftOn: string | null;
  visitingFrom: string | null;
};

/** A colleague in a list. */
export const personRow = (row: Row) => ({
  id: row.id,
  name: fullName(row),
  initials: initialsOf(row),
  unitName: row.unitName,
  remarks: remarksOf(row),
  roles: roles.filter((role) => row.roles.includes(role)).map(roleLabel),
});

/** What is out of the ordinary: from elsewhere, not there yet, or no more. */
const remarksOf = ({ visitingFrom, startsOn, leftOn, hasBegun }: Row): string[] => [
  ...(visitingFrom ? [fromAuthority(visitingFrom)] : []),
  ...(!hasBegun && startsOn ? [m.people_begins({ day: formatDay(startsOn) })] : []),
  ...(leftOn ? [m.people_left_on({ day: formatDay(leftOn) })] : []),
];

/** 'van Stad Kortrijk', of who works for another authority. */
export const fromAuthority = (authority: string): string => m.people_from_authority({ authority });

/** A colleague as their own page shows them. `away.until`: the last day, in words; null when it is open. */
export const shownPerson = (person: Person) => ({
  id: person.id,
  name: fullName(person),
  initials: initialsOf(person),
  email: person.email,
  appointments: person.appointments.map((one) => shownAppointment(one, localDay(person.now))),
  roles: person.roles.map(shownRole),
  helps: person.roles.some((role) => helping.includes(role.kind as Role)),
  standsIn: person.helper.standsIn,
  away: person.helper.away && { until: person.helper.away.until && lastDay(person.helper.away.until) },
  helper: {
    week: person.helper.hours && weekRows(person.helper.hours),
    substitute: person.helper.substitute && fullName(person.helper.substitute),
    place: person.helper.place,
    alsoElsewhere: person.helper.alsoElsewhere,
  },
});

export type ShownPerson = ReturnType<typeof shownPerson>;

/** An absence ends when a day begins: the day before was the last. */
const lastDay = (until: Date) => formatDay(new Date(until.getTime() - 1));

function shownAppointment(
  { id, unit, employer, visitingFrom, functionTitle, startsOn, endsOn }: Appointment,
  today: string,
) {
  const since = startsOn && startsOn > today ? m.people_from_day : m.people_since;
  const when = [
    startsOn ? since({ day: formatDay(startsOn) }) : null,
    endsOn ? m.people_until_day({ day: formatDay(endsOn) }) : null,
  ];
  const from = visitingFrom ? fromAuthority(visitingFrom) : employer;
  const about = [functionTitle, from, when.filter(Boolean).join(' ')];
  return { id, unit, about: about.filter(Boolean).join(' · '), isOver: endsOn !== null && endsOn < today };
}

function shownRole({ id, kind, unit_name: unitName, themes }: RunningRole) {
  const topics = themes.filter(isTheme).map(themeLabel).join(', ');
  const about = unitName ? m.people_role_for_unit({ unit: unitName }) : topics;
  return { id, kind, label: isRole(kind) ? roleLabel(kind) : kind, about };
}
