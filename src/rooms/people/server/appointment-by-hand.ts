import { allow, found, Invalid, NotFound } from '#platform/errors.ts';
import { isId, newId } from '#platform/ids.ts';
import type { Tx } from '#platform/server/scope.ts';
import { verb } from '#platform/server/verb.ts';
import { record } from '#rooms/activity/server/index.ts';
import type { AppointmentFields, NewAppointment } from '../by-hand-forms.ts';
import { whileAdminStays } from './admin-stays.ts';
import { editionOf, sameEdition } from './edition.ts';
import { followWhatAgrees } from './follow-list.ts';
import { handEditsOf, setByHand, type HandEdit } from './hand-edits.ts';
import { somebodyHere } from './helpers.ts';
import { orTaken, withNumber } from './taken.ts';
import { letWorkMoveOn } from './work-moves-on.ts';

export type AppointmentOf = { personId: string; appointmentId: string };

type End = { endsOn: string | null; edition?: string };

/** What of an appointment a staff list speaks of. */
const listed = ['unit', 'location', 'functionTitle', 'startsOn', 'endsOn'] as const;

type Listed = (typeof listed)[number];

/** One appointment with what of it was set by hand, for the pages that change it. */
export const appointmentByHand = verb('appointmentByHand', async (tx, of: AppointmentOf) => {
  const own = await appointmentOf(tx, of);
  const edits = (await handEditsOf(tx, of.personId)).filter((one) => one.appointmentId === of.appointmentId);
  return { ...of, ...own, edition: editionOf(own), edits, mayChangeNumber: mayChangeNumber(own, edits) };
});

/** One more place where a colleague works; also for who left and comes back. Returns its id. */
export const addAppointment = verb('addAppointment', async (tx, personId: string, given: NewAppointment) => {
  await somebodyHere(tx, personId);
  const { email } = await tx
    .selectFrom('person')
    .select('email')
    .where('id', '=', personId)
    .executeTakeFirstOrThrow();
  if (given.visitingFrom && email === null) throw new Invalid({ visitingFrom: 'people_visit_needs_mail' });
  const id = await insertAppointment(tx, personId, given);
  await note(tx, 'appointment.added', { personId, appointmentId: id });
  return id;
});

/** Changes all of an appointment but its last day. */
export const changeAppointment = verb(
  'changeAppointment',
  (tx, of: AppointmentOf, given: AppointmentFields): Promise<void> =>
    whileAdminStays(tx, null, () => change(tx, of, given)),
);

async function change(
  tx: Tx,
  of: AppointmentOf,
  { edition, number, visitingFrom, ...given }: AppointmentFields,
) {
  const before = await appointmentOf(tx, of, 'lock');
  sameEdition(before, edition);
  if (before.visitingFrom !== null && visitingFrom === null)
    throw new Invalid({ visitingFrom: 'people_authority_missing' });
  if (given.startsOn !== null && before.endsOn !== null && before.endsOn < given.startsOn)
    throw new Invalid({ startsOn: 'people_starts_after' });
  await unitIsHere(tx, given.unitId);
  const after = { ...given, unit: given.unitId, endsOn: before.endsOn };
  const changed = listed.filter((field) => before[field] !== after[field]);
  await keepByHand(tx, of, changed, before);
  await tx
    .updateTable('appointment')
    .set({
      ...{ unit_id: given.unitId, location: given.location, function_title: given.functionTitle },
      ...{ starts_on: given.startsOn, function_group: given.functionGroup ?? null },
      visiting_from: before.visitingFrom && visitingFrom,
    })
    .where('id', '=', of.appointmentId)
    .execute();
  await changeNumber(tx, of, { before, number });
  await followWhatAgrees(tx, of.personId);
  await letWorkMoveOn(tx, of.personId);
  await note(tx, 'appointment.changed', of);
}

/**
 * Sets the last day of an appointment, or (null) lets it go on. After it nobody signs in by it, and what waited with who
 * works here no longer goes on to a colleague; other organisations notice nothing. `edition`: of who saw it in a form.
 */
export const endAppointment = verb('endAppointment', (tx, of: AppointmentOf, given: End): Promise<void> =>
  whileAdminStays(tx, given.endsOn, () => end(tx, of, given)),
);

/** In the caller's transaction; an administrator must stay (whileAdminStays). */
export async function end(tx: Tx, of: AppointmentOf, { endsOn, edition }: End): Promise<void> {
  const before = await appointmentOf(tx, of, 'lock');
  if (edition !== undefined) sameEdition(before, edition);
  if (before.endsOn === endsOn) return;
  if (endsOn === null && before.visitingFrom !== null)
    throw new Invalid({ endsOn: 'people_visit_needs_end' });
  if (endsOn !== null && before.startsOn !== null && endsOn < before.startsOn)
    throw new Invalid({ endsOn: 'people_ends_before' });
  await keepByHand(tx, of, ['endsOn'], before);
  await tx.updateTable('appointment').set({ ends_on: endsOn }).where('id', '=', of.appointmentId).execute();
  await followWhatAgrees(tx, of.personId);
  await letWorkMoveOn(tx, of.personId);
  await note(tx, endsOn === null ? 'appointment.goes_on' : 'appointment.ended', of);
}

const note = (tx: Tx, event: string, { personId, appointmentId }: AppointmentOf): Promise<void> =>
  record(tx, { event, subject: { kind: 'person', id: personId }, particulars: { appointmentId } });

/** In the caller's transaction. What is typed is set by hand; the number comes last: what has one, a list speaks of. */
export async function insertAppointment(tx: Tx, personId: string, given: NewAppointment): Promise<string> {
  const { employerId, number, visitingFrom, unitId, ...work } = given;
  allow((visitingFrom === null) === (employerId !== null));
  await unitIsHere(tx, unitId);
  if (employerId !== null) await employerIsHere(tx, employerId);
  const id = newId();
  const after = { unit: unitId, ...work };
  await tx
    .insertInto('appointment')
    .values({
      ...{ id, person_id: personId, employer_id: employerId, visiting_from: visitingFrom, unit_id: unitId },
      ...{ location: work.location, function_title: work.functionTitle },
      ...{ function_group: work.functionGroup ?? null, starts_on: work.startsOn, ends_on: work.endsOn },
    })
    .execute();
  if (employerId === null) return id;
  const of = { personId, appointmentId: id };
  for (const field of listed) if (after[field] !== null) await setByHand(tx, { ...of, field, was: null });
  if (number !== null) await giveNumber(tx, of, { employerId, number });
  return id;
}

async function giveNumber(tx: Tx, of: AppointmentOf, given: { employerId: string; number: string }) {
  const other = await withNumber(tx, given);
  if (other && other.id !== of.appointmentId) throw new Invalid({ number: 'people_number_taken' });
  const { number } = given;
  await orTaken(() =>
    tx.updateTable('appointment').set({ number }).where('id', '=', of.appointmentId).execute(),
  );
}

type Fields = Awaited<ReturnType<typeof appointmentOf>>;
type NumberChange = { before: Fields; number: string | null };

async function appointmentOf(tx: Tx, { personId, appointmentId }: AppointmentOf, lock?: 'lock') {
  if (!isId(personId) || !isId(appointmentId)) throw new NotFound();
  const query = tx
    .selectFrom('appointment')
    .select(['unit_id as unit', 'location', 'function_title as functionTitle'])
    .select(['function_group as functionGroup', 'starts_on as startsOn', 'ends_on as endsOn'])
    .select(['employer_id as employerId', 'number', 'visiting_from as visitingFrom'])
    .where('id', '=', appointmentId)
    .where('person_id', '=', personId);
  return found(await (lock ? query.forUpdate() : query).executeTakeFirst());
}

/** A visit is on no list: nothing of it has to be kept from one. */
async function keepByHand(tx: Tx, of: AppointmentOf, fields: readonly Listed[], before: Fields) {
  if (before.visitingFrom !== null) return;
  for (const field of fields) await setByHand(tx, { ...of, field, was: before[field] });
}

/** By its number a staff list knows an appointment: it is typed only as long as no list spoke of it. */
const mayChangeNumber = ({ visitingFrom, number }: Fields, edits: readonly HandEdit[]): boolean =>
  visitingFrom === null &&
  (number === null || edits.some(({ field, listedKnown }) => field === 'unit' && !listedKnown));

async function changeNumber(tx: Tx, of: AppointmentOf, { before, number }: NumberChange): Promise<void> {
  if (number === before.number || before.employerId === null) return;
  const edits = (await handEditsOf(tx, of.personId)).filter((one) => one.appointmentId === of.appointmentId);
  if (!mayChangeNumber(before, edits)) return;
  if (number !== null) return giveNumber(tx, of, { employerId: before.employerId, number });
  await tx.updateTable('appointment').set({ number }).where('id', '=', of.appointmentId).execute();
}

async function unitIsHere(tx: Tx, id: string): Promise<void> {
  if (!isId(id)) throw new NotFound();
  found(await tx.selectFrom('unit').select('id').where('id', '=', id).executeTakeFirst());
}

export async function employerIsHere(tx: Tx, id: string): Promise<void> {
  if (!isId(id)) throw new NotFound();
  found(await tx.selectFrom('employer').select('id').where('id', '=', id).executeTakeFirst());
}
