import { addDays, localDay } from '#platform/days.ts';
import { isId, newId } from '#platform/ids.ts';
import { allow, found, Invalid, NotFound } from '#platform/errors.ts';
import { later } from '#platform/server/jobs.ts';
import type { Tx } from '#platform/server/scope.ts';
import { verb } from '#platform/server/verb.ts';
import { record } from '#rooms/activity/server/index.ts';
import { canGiveRole } from '../arranging.ts';
import type { Role } from '../roles.ts';
import { whileAdminStays } from './admin-stays.ts';
import { helpsOn } from './leaving-stands.ts';
import { tell } from './tell.ts';

export type RoleGiven = { personId: string; kind: Role; unitId?: string | null; themes?: string[] };

/** Roles that are held for a unit: the one given, else the one where somebody works. */
const ofOneUnit: readonly Role[] = ['coach', 'manager'];

/** Gives a role from today, on the person's running appointment. The same role twice is one. Returns its id. */
export const giveRole = verb('giveRole', async (tx, given: RoleGiven) => {
  if (!isId(given.personId) || (given.unitId && !isId(given.unitId))) throw new NotFound();
  allow(canGiveRole(tx.actor, given.kind));
  const appointment = found(await runningAppointment(tx, given.personId));
  const unitId = ofOneUnit.includes(given.kind) ? (given.unitId ?? appointment.unit_id) : null;
  if (unitId) found(await tx.selectFrom('unit').select('id').where('id', '=', unitId).executeTakeFirst());
  if (given.kind === 'expert' && !given.themes?.length)
    throw new Invalid({ themes: 'people_expert_needs_theme' });
  const same = (await runningRoles(tx, given.personId)).find(
    (role) => role.kind === given.kind && role.unit_id === unitId,
  );
  if (same) return same.id;
  const id = newId();
  await tx
    .insertInto('role')
    .values({
      id,
      appointment_id: appointment.id,
      kind: given.kind,
      unit_id: unitId,
      themes: given.themes ?? [],
      starts_on: localDay(tx.now),
    })
    .execute();
  await record(tx, {
    event: 'role.given',
    subject: { kind: 'person', id: given.personId },
    particulars: { role: given.kind },
  });
  // Who sets an organisation up by a command names nobody: that is how it was already.
  if (tx.actor.kind === 'person')
    await tell(tx, { personId: given.personId, kind: 'role.given', subjectId: id, mailOnly: true });
  return id;
});

/**
 * Ends a role as of today. The last administrator stays: somebody must always be there in the end. Whoever helped by it
 * and no longer does has stopped as a coach: all of theirs passes on as it does then (leave.ts).
 */
export const endRole = verb('endRole', async (tx, roleId: string) => {
  if (!isId(roleId)) throw new NotFound();
  const today = localDay(tx.now);
  const role = found(
    await tx
      .selectFrom('role')
      .innerJoin('appointment', 'appointment.id', 'role.appointment_id')
      .select(['role.id', 'role.kind', 'appointment.person_id as personId'])
      .where('role.id', '=', roleId)
      .where((eb) => eb.or([eb('role.ends_on', 'is', null), eb('role.ends_on', '>=', today)]))
      .executeTakeFirst(),
  );
  allow(canGiveRole(tx.actor, role.kind as Role));
  const lastDay = addDays(today, -1);
  const end = () => tx.updateTable('role').set({ ends_on: lastDay }).where('id', '=', roleId).execute();
  await (role.kind === 'admin' ? whileAdminStays(tx, lastDay, end) : end());
  await record(tx, {
    event: 'role.ended',
    subject: { kind: 'person', id: role.personId },
    particulars: { role: role.kind },
  });
  await later(tx, 'helpline.holderAway', { personId: role.personId });
  if (role.kind === 'coach' || role.kind === 'expert') await stopsHelping(tx, role.personId, lastDay);
});

/** As if they had planned to. Whoever is to go from here passes all on by that. */
async function stopsHelping(tx: Tx, personId: string, lastDay: string): Promise<void> {
  if (await helpsOn(tx, personId, localDay(tx.now))) return;
  await tx
    .insertInto('leaving')
    .values({ id: newId(tx.now.getTime()), person_id: personId, kind: 'coach', last_day: lastDay })
    .onConflict((conflict) =>
      conflict
        .columns(['organisation_id', 'person_id'])
        .where('done_at', 'is', null)
        .doUpdateSet({ last_day: lastDay })
        .where('leaving.kind', '=', 'coach'),
    )
    .execute();
}

const runningAppointment = (tx: Tx, personId: string) =>
  tx
    .selectFrom('appointment')
    .select(['id', 'unit_id'])
    .where('person_id', '=', personId)
    .where((eb) => eb.or([eb('starts_on', 'is', null), eb('starts_on', '<=', localDay(tx.now))]))
    .where((eb) => eb.or([eb('ends_on', 'is', null), eb('ends_on', '>=', localDay(tx.now))]))
    .orderBy('starts_on')
    .orderBy('id')
    .executeTakeFirst();

/** The roles a person holds today, with what they are for. */
export const runningRoles = (tx: Tx, personId: string) =>
  tx
    .selectFrom('role')
    .innerJoin('appointment', 'appointment.id', 'role.appointment_id')
    .leftJoin('unit', 'unit.id', 'role.unit_id')
    .select(['role.id', 'role.kind', 'role.unit_id', 'role.themes', 'unit.name as unit_name'])
    .where('appointment.person_id', '=', personId)
    .where((eb) =>
      eb.or([eb('appointment.ends_on', 'is', null), eb('appointment.ends_on', '>=', localDay(tx.now))]),
    )
    .where((eb) => eb.or([eb('role.ends_on', 'is', null), eb('role.ends_on', '>=', localDay(tx.now))]))
    .orderBy('role.starts_on')
    .orderBy('role.id')
    .execute();
