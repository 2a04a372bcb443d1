import { formatDay } from '#platform/dates.ts';
import { addDays } from '#platform/days.ts';
import { fullName } from '../name.ts';
import type { Answers } from './answers.ts';
import type { KnownStaff } from './known.ts';
import type { StaffPlan } from './plan.ts';
import { shortened } from './shorten.ts';

/** Who is not in the list any more, for each employer of the list. `isDecided`: somebody said what becomes of them. */
export function shownEndings(plan: StaffPlan, known: KnownStaff, { endings }: Answers) {
  const people = new Map(known.people.map((person) => [person.id, person]));
  const units = new Map(known.units.map(({ id, name }) => [id, name]));
  const unitOf = new Map(known.appointments.map(({ id, unitId }) => [id, units.get(unitId ?? '') ?? '']));
  return plan.endings.map((group) => ({
    ...{ employerId: group.employerId, employer: group.employer, running: group.running },
    ...{ isMany: group.isMany, ends: group.ends, lastDay: group.lastDay, count: group.people.length },
    isDecided: endings[group.employerId] !== undefined,
    lastDayText: formatDay(group.lastDay),
    people: shortened(
      group.people
        .map(({ appointmentId, personId, number }) => {
          const person = people.get(personId);
          return { name: person ? fullName(person) : '', number, unit: unitOf.get(appointmentId) ?? '' };
        })
        .sort((one, other) => one.name.localeCompare(other.name, 'nl')),
      (row) => row,
    ),
  }));
}

export type ShownEnding = ReturnType<typeof shownEndings>[number];

/** The days that a last day may be, as a date field takes them. */
export const lastDays = (today: string) => ({ from: addDays(today, -366), until: addDays(today, -1) });
