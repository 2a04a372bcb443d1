import { sql } from 'kysely';
import { newId } from '#platform/ids.ts';
import type { Tx } from '#platform/server/scope.ts';
import type { KnownStaff } from '../staff/known.ts';
import type { Place } from '../staff/places.ts';
import type { AddedLine, PersonRef, StaffPlan } from '../staff/plan.ts';
import { ensureIdentities } from './identity.ts';
import {
  endAppointments,
  freeNumbers,
  insertAppointments,
  updateAppointments,
} from './staff-write-appointments.ts';
import { insertPeople, moveIdentities, updatePeople } from './staff-write-people.ts';
import { insertEmployers, insertUnits } from './staff-write-places.ts';
import { dropPlaceholders, placeholdersIn } from './staff-placeholder.ts';

/*
 * Carries out a plan, table by table. Rows go in and out as JSON documents, so many in each: thousands of lines are a
 * few statements, and never more parameters than a statement can have.
 */

/** `importId` brought who is new; `step` hears how many more of `stepsIn` are done. */
export type Carrying = { importId: string; step: (done: number) => Promise<void> };

const atOnce = 1_000;

/** How much there is to carry out, in steps. */
export const stepsIn = (plan: StaffPlan): number =>
  makersIn(plan).length * 2 + plan.added.length + plan.changed.length;

const makersIn = ({ added }: StaffPlan) =>
  added.filter((line) => line.personId === null && line.samePersonAs === null);

/** All of a plan, in the caller's transaction. */
export async function carryOut(
  tx: Tx,
  { plan, known }: { plan: StaffPlan; known: KnownStaff },
  carrying: Carrying,
): Promise<void> {
  const inPieces = piecesOf(carrying);
  const placeholders = await placeholdersIn(tx);
  const employers = await insertEmployers(tx, plan.newEmployers);
  const unitOf = await insertUnits(tx, plan.newUnits);
  const made = new Map(makersIn(plan).map((line) => [line.line, { ...line.person, id: newId() }]));
  const idOf = (line: number) => made.get(line)?.id ?? missing('person', line);
  const fresh = [...made.values()].sort((one, other) => ((one.email ?? '') < (other.email ?? '') ? -1 : 1));
  await freeNumbers(tx, plan.freed);
  await endAppointments(tx, plan.endings);
  const renamed = await updatePeople(tx, [...plan.added, ...plan.changed], known.people);
  await inPieces(fresh, (piece) => insertPeople(tx, carrying.importId, piece));
  const personOf = (line: AddedLine) => line.personId ?? idOf(line.samePersonAs ?? line.line);
  const employerOf = (line: AddedLine) =>
    line.employerId ?? employers.get(line.employer) ?? missing('employer', line.line);
  await inPieces(plan.added, (piece) => insertAppointments(tx, piece, { personOf, employerOf, unitOf }));
  await inPieces(plan.changed, (piece) =>
    updateAppointments(tx, piece, { known: known.appointments, unitOf }),
  );
  await dropPlaceholders(tx, placeholders);
  await noteListed(tx, plan.noted, unitOf);
  await tellApart(tx, plan.apart, idOf);
  const addresses = fresh.map(({ email }) => email);
  await moveIdentities(tx, renamed, addresses);
  await inPieces(fresh, (piece) => ensureIdentities(tx, piece));
}

const piecesOf =
  ({ step }: Carrying) =>
  async <Row>(rows: readonly Row[], write: (piece: readonly Row[]) => Promise<unknown>): Promise<void> => {
    for (let first = 0; first < rows.length; first += atOnce) {
      const piece = rows.slice(first, first + atOnce);
      await write(piece);
      await step(piece.length);
    }
  };

function missing(what: string, line: number): never {
  throw new Error(`the plan has no ${what} for line ${line}`);
}

/** What the list says of fields that were set by hand: the fields stay, a release puts this there. */
async function noteListed(
  tx: Tx,
  noted: StaffPlan['noted'],
  unitOf: (place: Place) => string,
): Promise<void> {
  const rows = noted.map(({ place, ...one }) => ({ ...one, listed: place ? unitOf(place) : one.listed }));
  await sql`
    update hand_edit set listed = r.listed, listed_known = true
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        as r ("personId" uuid, "appointmentId" uuid, field text, listed text)
     where person_id = r."personId" and appointment_id is not distinct from r."appointmentId"
       and hand_edit.field = r.field`.execute(tx);
}

async function tellApart(tx: Tx, apart: StaffPlan['apart'], idOf: (line: number) => string): Promise<void> {
  const refOf = (ref: PersonRef) => ('personId' in ref ? ref.personId : idOf(ref.line));
  const rows = apart.map(([one, other]) => {
    const [first, second] = [refOf(one), refOf(other)].toSorted();
    return { first, second };
  });
  await sql`
    insert into told_apart (person_id, other_id)
    select first, second from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (first uuid, second uuid)
    on conflict do nothing`.execute(tx);
}
