import type { StaffField } from './fields.ts';
import { foldNumber } from './fold.ts';
import type { KnownAppointment, KnownPerson } from './known.ts';
import type { StaffLine } from './list.ts';
import type { Place, Places } from './places.ts';

export interface PersonFields {
  firstName: string;
  lastName: string;
  email: string | null;
}
export type ChangedField =
  'firstName' | 'lastName' | 'email' | 'unit' | 'location' | 'functionTitle' | 'startsOn' | 'endsOn';

/** 'number': an appointment that takes the number of the line, because somebody said who it is. For 'unit' both sides are paths to show ('Sport / Zwembad'); where to put somebody stands in the `place`. */
export interface FieldChange {
  field: ChangedField | 'number';
  from: string | null;
  to: string | null;
}

/**
 * The one name and e-mail of a person whom several lines may spell differently. What we know stays as long as
 * one of them says so, else the first line counts: two employers that write 'Baert' and 'BAERT' must not swing
 * somebody's name to and fro. An empty e-mail never takes an address away: people sign in with it.
 */
export function settlePerson(known: KnownPerson | null, lines: readonly StaffLine[]): PersonFields {
  const named =
    lines.find((one) => known?.lastName === one.lastName && known.firstName === one.firstName) ?? lines[0];
  const emails = lines.flatMap(({ email }) => email ?? []);
  const knownEmail = known?.email ?? null;
  const keeps = emails.length === 0 || (knownEmail !== null && emails.includes(knownEmail.toLowerCase()));
  return {
    firstName: named?.firstName ?? known?.firstName ?? '',
    lastName: named?.lastName ?? known?.lastName ?? '',
    email: keeps ? knownEmail : (emails[0] ?? null),
  };
}

export function personChanges(known: KnownPerson, settled: PersonFields): FieldChange[] {
  return (['lastName', 'firstName', 'email'] as const).flatMap((field) =>
    known[field] === settled[field] ? [] : [{ field, from: known[field], to: settled[field] }],
  );
}

/**
 * What the line says otherwise about the appointment. A column that the file does not have changes nothing; an
 * empty cell clears place, function and end date (a contract that was prolonged), but no first day.
 *
 * A number that comes back after it ended starts again: in a file without last days it has none from now on.
 */
export function appointmentChanges(
  known: KnownAppointment,
  to: { staff: StaffLine; place: Place },
  file: { places: Places; has: (field: StaffField) => boolean; today: string },
): FieldChange[] {
  const { staff, place } = to;
  const changes: FieldChange[] = [];
  if (known.number === null || foldNumber(known.number) !== foldNumber(staff.number))
    changes.push({ field: 'number', from: known.number, to: staff.number });
  if (!file.places.standsIn(known.unitId, staff, file.has('subunit'))) {
    const path = [place.parentName, place.name].filter((name) => name !== null).join(' / ');
    changes.push({ field: 'unit', from: file.places.pathOf(known.unitId), to: path });
  }
  for (const field of ['location', 'functionTitle', 'startsOn', 'endsOn'] as const) {
    const isBack = field === 'endsOn' && known.endsOn !== null && known.endsOn < file.today;
    const kept = (!file.has(field) && !isBack) || (field === 'startsOn' && staff[field] === null);
    if (!kept && known[field] !== staff[field]) changes.push({ field, from: known[field], to: staff[field] });
  }
  return changes;
}
