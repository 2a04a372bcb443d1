import { localDay } from '#platform/days.ts';
import type { Tx } from '#platform/server/scope.ts';
import type { Role } from '../roles.ts';

/** The ids of whoever holds one of these roles today. */
export async function holdersOf(tx: Tx, ...kinds: Role[]): Promise<string[]> {
  const today = localDay(tx.now);
  const rows = await tx
    .selectFrom('role')
    .innerJoin('appointment', 'appointment.id', 'role.appointment_id')
    .where('role.kind', 'in', kinds)
    .where('role.starts_on', '<=', today)
    .where((eb) => eb.or([eb('role.ends_on', 'is', null), eb('role.ends_on', '>=', today)]))
    .where((eb) => eb.or([eb('appointment.starts_on', 'is', null), eb('appointment.starts_on', '<=', today)]))
    .where((eb) => eb.or([eb('appointment.ends_on', 'is', null), eb('appointment.ends_on', '>=', today)]))
    .select('appointment.person_id')
    .distinct()
    .execute();
  return rows.map((row) => row.person_id);
}
