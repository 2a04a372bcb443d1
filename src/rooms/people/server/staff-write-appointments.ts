import { sql } from 'kysely';
import { newId } from '#platform/ids.ts';
import type { Tx } from '#platform/server/scope.ts';
import type { EndingGroup, FreedLine } from '../staff/ending.ts';
import type { KnownAppointment } from '../staff/known.ts';
import type { Place } from '../staff/places.ts';
import type { AddedLine, ChangedLine } from '../staff/plan.ts';
import { changesOf } from './staff-write-people.ts';

/* The appointments of a plan: made, changed, ended. Rows go in as one JSON document. */

type Written = { unitOf: (place: Place) => string; employerOf: (line: AddedLine) => string };

const ofAppointment = ['number', 'location', 'functionTitle', 'startsOn', 'endsOn'];

export async function insertAppointments(
  tx: Tx,
  added: readonly AddedLine[],
  { personOf, employerOf, unitOf }: Written & { personOf: (line: AddedLine) => string },
) {
  const rows = added.map((line) => ({
    ...line.staff,
    id: newId(),
    personId: personOf(line),
    employerId: employerOf(line),
    unitId: unitOf(line.place),
  }));
  await sql`
    insert into appointment (id, person_id, employer_id, number, unit_id, location, function_title, starts_on, ends_on)
    select id, "personId", "employerId", number, "unitId", location, "functionTitle", "startsOn", "endsOn"
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        as r (id uuid, "personId" uuid, "employerId" uuid, number text, "unitId" uuid, location text,
              "functionTitle" text, "startsOn" date, "endsOn" date)`.execute(tx);
}

export async function updateAppointments(
  tx: Tx,
  changed: readonly ChangedLine[],
  { known, unitOf }: { known: readonly KnownAppointment[]; unitOf: Written['unitOf'] },
) {
  const before = new Map(known.map((appointment) => [appointment.id, appointment]));
  const rows = changed.flatMap(({ appointmentId, place, changes }) => {
    const theirs = {
      ...changesOf(changes, ofAppointment),
      ...(place ? { unitId: unitOf(place) } : {}),
    };
    // What changes may be the person alone.
    return Object.keys(theirs).length === 0 ? [] : [{ ...before.get(appointmentId), ...theirs }];
  });
  await sql`
    update appointment set number = r.number, unit_id = r."unitId", location = r.location, function_title = r."functionTitle",
           starts_on = r."startsOn", ends_on = r."endsOn"
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        as r (id uuid, number text, "unitId" uuid, location text, "functionTitle" text, "startsOn" date, "endsOn" date)
     where appointment.id = r.id`.execute(tx);
}

/** Whoever is not in the list any more, as was confirmed for each employer. */
export async function endAppointments(tx: Tx, endings: readonly EndingGroup[]): Promise<void> {
  for (const { people, lastDay, ends } of endings) {
    if (!ends) continue;
    const ids = people.map(({ appointmentId }) => appointmentId);
    await tx
      .updateTable('appointment')
      .set({ ends_on: lastDay })
      .where('id', '=', sql<string>`any(${ids}::uuid[])`)
      .execute();
  }
}

/** A number is one appointment's: before somebody else gets it, it goes from who had it. */
export const freeNumbers = (tx: Tx, freed: readonly FreedLine[]) =>
  sql`
    update appointment set number = null, ends_on = r."endsOn"
      from jsonb_to_recordset(${JSON.stringify(freed)}::jsonb) as r ("appointmentId" uuid, "endsOn" date)
     where appointment.id = r."appointmentId"`.execute(tx);
