import { sql } from 'kysely';
import type { Tx } from '#platform/server/scope.ts';

/**
 * Of `appointment`: what whoever set the organisation up has until a staff list names them (start.ts). It carries the
 * role of administrator, and nothing else is known of it.
 */
export const isPlaceholder = sql<boolean>`
  (appointment.number is null and appointment.starts_on is null and appointment.function_title is null
     and appointment.location is null
     and exists (select from role r where r.appointment_id = appointment.id and r.kind = 'admin'))`;

export type Placeholder = { id: string; personId: string; unitId: string };

export async function placeholdersIn(tx: Tx): Promise<Placeholder[]> {
  const { rows } = await sql<Placeholder>`
    select id, person_id as "personId", unit_id as "unitId" from appointment where ${isPlaceholder}`.execute(
    tx,
  );
  return rows;
}

/**
 * Once a list gave that person an appointment it carries their roles, and the placeholder goes, with the unit in which
 * it stood alone: neither ever was anything. `before`: those there were before the list.
 */
export async function dropPlaceholders(tx: Tx, before: readonly Placeholder[]): Promise<void> {
  for (const { id, personId, unitId } of before) {
    const named = await tx
      .selectFrom('appointment')
      .select('id')
      .where('person_id', '=', personId)
      .where('number', 'is not', null)
      .where('ends_on', 'is', null)
      .orderBy('starts_on')
      .orderBy('id')
      .executeTakeFirst();
    if (!named) continue;
    if (named.id !== id && !(await wasChangedByHand(tx, id))) {
      await tx
        .updateTable('role')
        .set({ appointment_id: named.id })
        .where('appointment_id', '=', id)
        .execute();
      await tx.deleteFrom('appointment').where('id', '=', id).execute();
    }
    await dropEmptyUnit(tx, unitId);
  }
}

async function wasChangedByHand(tx: Tx, appointmentId: string): Promise<boolean> {
  const edits = tx.selectFrom('hand_edit').select('id').where('appointment_id', '=', appointmentId);
  return (await edits.limit(1).executeTakeFirst()) !== undefined;
}

/** A unit that nobody and nothing speaks of. */
const dropEmptyUnit = (tx: Tx, unitId: string) =>
  sql`
  delete from unit u where u.id = ${unitId}
     and not exists (select from appointment where unit_id = u.id)
     and not exists (select from unit where parent_id = u.id)
     and not exists (select from role where unit_id = u.id)
     and not exists (select from question where unit_id = u.id)
     and not exists (select from tip where unit_id = u.id)
     and not exists (select from not_found where unit_id = u.id)`.execute(tx);
