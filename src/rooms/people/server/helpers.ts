import { isId } from '#platform/ids.ts';
import { parseWeekHours, type WeekHours } from '#platform/hours.ts';
import { allow, found, Invalid, NotFound } from '#platform/errors.ts';
import type { Tx } from '#platform/server/scope.ts';
import { verb } from '#platform/server/verb.ts';
import { record } from '#rooms/activity/server/index.ts';
import { canArrange } from '../arranging.ts';
import type { Name } from '../name.ts';

export type HelperChange = {
  hours: WeekHours | null;
  substituteId: string | null;
  alsoElsewhere: boolean;
  place: string | null;
};

/** When a helper is there, who stands in, where they sit. */
export const changeHelper = verb('changeHelper', async (tx, personId: string, change: HelperChange) => {
  await somebodyHere(tx, personId);
  allow(canArrange(tx.actor, personId));
  if (change.substituteId === personId) throw new Invalid({ substituteId: 'people_substitute_self' });
  if (change.substituteId) await somebodyHere(tx, change.substituteId);
  const row = {
    hours: change.hours === null ? null : JSON.stringify(parseWeekHours(change.hours)),
    substitute_id: change.substituteId,
    also_elsewhere: change.alsoElsewhere,
    place: change.place,
  };
  await tx
    .insertInto('helper')
    .values({ person_id: personId, ...row })
    .onConflict((conflict) => conflict.columns(['organisation_id', 'person_id']).doUpdateSet(row))
    .execute();
  await record(tx, { event: 'helper.changed', subject: { kind: 'person', id: personId } });
});

/** NotFound for whoever never was a colleague here. */
export async function somebodyHere(tx: Tx, personId: string): Promise<void> {
  if (!isId(personId)) throw new NotFound();
  const row = await tx.selectFrom('person').select('id').where('id', '=', personId).executeTakeFirst();
  if (!row) throw new NotFound();
}

/** What a helper set for themself, for the form that changes it. */
export async function helperSettings(tx: Tx, personId: string) {
  const row = await tx.selectFrom('helper').selectAll().where('person_id', '=', personId).executeTakeFirst();
  const absence = await tx
    .selectFrom('absence')
    .select(['starts_at', 'ends_at'])
    .where('person_id', '=', personId)
    .where('starts_at', '<=', tx.now)
    .where((eb) => eb.or([eb('ends_at', 'is', null), eb('ends_at', '>', tx.now)]))
    .orderBy('ends_at', (order) => order.desc().nullsFirst())
    .executeTakeFirst();
  return {
    hours: row?.hours ? parseWeekHours(row.hours) : null,
    substituteId: row?.substitute_id ?? null,
    alsoElsewhere: row?.also_elsewhere ?? false,
    place: row?.place ?? null,
    away: absence ? { until: absence.ends_at } : null,
  };
}

/** First and last names by id, for pages that name colleagues; of who left as history shows them. */
export async function namesOf(tx: Tx, ids: readonly string[]): Promise<Map<string, Name>> {
  const wanted = [...new Set(ids)];
  if (wanted.length === 0) return new Map();
  const rows = await tx
    .selectFrom('named')
    .select(['id', 'first_name', 'last_name'])
    .where('id', 'in', wanted)
    .$narrowType<{ id: string; first_name: string; last_name: string }>()
    .execute();
  return new Map(rows.map((row) => [row.id, { firstName: row.first_name, lastName: row.last_name }]));
}

/** A person's id from an id or a work address, as the API takes both; NotFound when nobody here has it. */
export async function personByReference(
  tx: Tx,
  reference: { id: string } | { email: string },
): Promise<string> {
  const query = tx.selectFrom('person').select('id');
  const row = await (
    'id' in reference
      ? query.where('id', '=', reference.id)
      : query.where('email', '=', reference.email.toLowerCase())
  ).executeTakeFirst();
  return found(row).id;
}
