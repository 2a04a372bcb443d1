import { found, Invalid, NotFound } from '#platform/errors.ts';
import { isId } from '#platform/ids.ts';
import type { Tx } from '#platform/server/scope.ts';
import { verb } from '#platform/server/verb.ts';
import { record } from '#rooms/activity/server/index.ts';
import { whileAdminStays } from './admin-stays.ts';
import { handEditsOf, releaseField, type HandField } from './hand-edits.ts';
import { letWorkMoveOn } from './work-moves-on.ts';

/** Gives a field that was set by hand back to the staff list: what the list says of it stands there again at once. */
export const followStaffList = verb('followStaffList', async (tx, of: HandField) => {
  const { personId, appointmentId, field } = of;
  if (!isId(personId) || (appointmentId !== null && !isId(appointmentId))) throw new NotFound();
  const edit = found((await handEditsOf(tx, personId)).find((one) => isSame(one, of)));
  if (field === 'startsOn' || field === 'endsOn') {
    await whileAdminStays(tx, field === 'endsOn' ? edit.listed : null, () => releaseField(tx, of));
    await daysStayInOrder(tx, found(appointmentId));
    await letWorkMoveOn(tx, personId);
  } else await releaseField(tx, of);
  const particulars = { field };
  await record(tx, { event: 'person.follows_list', subject: { kind: 'person', id: personId }, particulars });
});

const isSame = (one: HandField, other: HandField) =>
  one.appointmentId === other.appointmentId && one.field === other.field;

async function daysStayInOrder(tx: Tx, appointmentId: string): Promise<void> {
  const { starts_on: first, ends_on: last } = await tx
    .selectFrom('appointment')
    .select(['starts_on', 'ends_on'])
    .where('id', '=', appointmentId)
    .executeTakeFirstOrThrow();
  if (first !== null && last !== null && last < first) throw new Invalid({ endsOn: 'people_ends_before' });
}

/** A field that by now stands as the list has it, follows the list. */
export async function followWhatAgrees(tx: Tx, personId: string): Promise<void> {
  const known = (await handEditsOf(tx, personId)).filter(({ listedKnown }) => listedKnown);
  if (known.length === 0) return;
  const values = await valuesOf(tx, personId);
  for (const { listed, appointmentId, field } of known)
    if (values.get(`${appointmentId} ${field}`) === listed)
      await releaseField(tx, { personId, appointmentId, field });
}

async function valuesOf(tx: Tx, personId: string): Promise<Map<string, string | null>> {
  const person = await tx
    .selectFrom('person')
    .select(['first_name as firstName', 'last_name as lastName', 'email'])
    .where('id', '=', personId)
    .executeTakeFirstOrThrow();
  const appointments = await tx
    .selectFrom('appointment')
    .select(['id', 'unit_id as unit', 'location', 'function_title as functionTitle'])
    .select(['starts_on as startsOn', 'ends_on as endsOn'])
    .where('person_id', '=', personId)
    .execute();
  const named = (id: string | null, fields: Record<string, string | null>) =>
    Object.entries(fields).map(([field, value]) => [`${id} ${field}`, value] as const);
  return new Map([...named(null, person), ...appointments.flatMap(({ id, ...fields }) => named(id, fields))]);
}
