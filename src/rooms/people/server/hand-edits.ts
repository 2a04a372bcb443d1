import { sql } from 'kysely';
import { Conflict, found } from '#platform/errors.ts';
import { newId } from '#platform/ids.ts';
import type { Tx } from '#platform/server/scope.ts';
import type { ChangedField } from '../staff/changes.ts';
import { tellFormerAddresses } from './former-address.ts';
import { ensureIdentity } from './identity.ts';

/*
 * What somebody set by hand wins from the staff list until it is released. No verbs: parts that the verbs which change
 * a person call inside their own transaction.
 */

/** A field of a person (`appointmentId` null) or of one of their appointments. */
export type HandField = { personId: string; appointmentId: string | null; field: ChangedField };

/** `listed` is what the list says meanwhile ('unit': an id), if `listedKnown`: it may never have spoken of it. */
export type HandEdit = HandField & { listed: string | null; listedKnown: boolean; madeAt: Date };

const columns = {
  firstName: 'first_name',
  lastName: 'last_name',
  email: 'email',
  unit: 'unit_id',
  location: 'location',
  functionTitle: 'function_title',
  startsOn: 'starts_on',
  endsOn: 'ends_on',
} as const satisfies Record<ChangedField, string>;

/**
 * Remembers that a field was set by hand. `was` is its value before, which the list said if this appointment (or any
 * of this person) bears a number: what has none no list knows. Set by hand a second time, the list's value stays.
 */
export async function setByHand(tx: Tx, { was, ...of }: HandField & { was: string | null }): Promise<void> {
  const fromList = await isFromList(tx, of);
  await tx
    .insertInto('hand_edit')
    .values({
      ...{ id: newId(), person_id: of.personId, appointment_id: of.appointmentId, field: of.field },
      ...{ listed: fromList ? was : null, listed_known: fromList, made_at: tx.now },
    })
    .onConflict((conflict) =>
      conflict
        .columns(['organisation_id', 'person_id', 'appointment_id', 'field'])
        .doUpdateSet({ made_at: tx.now }),
    )
    .execute();
}

/**
 * Gives a field back to the list: what the list says of it stands there again, when that is known. Returns the field's
 * value now. Throws NotFound when it was not set by hand, and Conflict when the list's e-mail is somebody else's now.
 */
export async function releaseField(tx: Tx, of: HandField): Promise<string | null> {
  const edit = found(
    await handRow(tx, of).select(['id', 'listed', 'listed_known']).forUpdate().executeTakeFirst(),
  );
  if (edit.listed_known) await putBack(tx, of, edit.listed);
  await tx.deleteFrom('hand_edit').where('id', '=', edit.id).execute();
  return valueOf(tx, of);
}

/** What was set by hand of a person and of their appointments. */
export const handEditsOf = (tx: Tx, personId: string): Promise<HandEdit[]> =>
  tx
    .selectFrom('hand_edit')
    .select(['person_id as personId', 'appointment_id as appointmentId', 'field', 'listed'])
    .select(['listed_known as listedKnown', 'made_at as madeAt'])
    .where('person_id', '=', personId)
    .orderBy('made_at')
    .orderBy('id')
    .$narrowType<{ field: ChangedField }>()
    .execute();

const handRow = (tx: Tx, { personId, appointmentId, field }: HandField) =>
  tx
    .selectFrom('hand_edit')
    .where('person_id', '=', personId)
    .where('appointment_id', 'is not distinct from', appointmentId)
    .where('field', '=', field);

async function isFromList(tx: Tx, { personId, appointmentId }: HandField): Promise<boolean> {
  const numbered = tx
    .selectFrom('appointment')
    .select('id')
    .where('person_id', '=', personId)
    .where('number', 'is not', null);
  const row = await (appointmentId === null ? numbered : numbered.where('id', '=', appointmentId))
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

async function putBack(tx: Tx, of: HandField, listed: string | null): Promise<void> {
  const { personId, appointmentId, field } = of;
  if (field === 'email' && (await belongsToOther(tx, personId, listed)))
    throw new Conflict('people_hand_email_taken');
  const before = field === 'email' ? await valueOf(tx, of) : null;
  const [table, id] = appointmentId === null ? ['person', personId] : ['appointment', appointmentId];
  const type = field === 'unit' ? sql`uuid` : field.endsWith('On') ? sql`date` : sql`text`;
  await sql`
    update ${sql.table(table)} set ${sql.ref(columns[field])} = ${listed}::${type} where id = ${id}`.execute(
    tx,
  );
  if (field !== 'email' || before === listed) return;
  await ensureIdentity(tx, personId, listed);
  await tellFormerAddresses(tx, [{ personId, address: before }], 'hand');
}

async function belongsToOther(tx: Tx, personId: string, email: string | null): Promise<boolean> {
  const other = await tx
    .selectFrom('person')
    .select('id')
    .where('email', '=', email)
    .where('id', '<>', personId)
    .executeTakeFirst();
  return other !== undefined;
}

async function valueOf(tx: Tx, { personId, appointmentId, field }: HandField): Promise<string | null> {
  const [table, id] = appointmentId === null ? ['person', personId] : ['appointment', appointmentId];
  const { rows } = await sql<{ value: string | null }>`
    select ${sql.ref(columns[field])}::text as value from ${sql.table(table)} where id = ${id}`.execute(tx);
  return found(rows[0]).value;
}
