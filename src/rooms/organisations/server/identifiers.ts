import { addDays, localDay } from '#platform/days.ts';
import { newId } from '#platform/ids.ts';
import type { Tx } from '#platform/server/scope.ts';
import type { Identifier, IdentifierKind } from '../identifiers.ts';

/** Writes down by what numbers a body is known elsewhere, from today. NIS is of the organisation, the others of the employer. */
export async function addIdentifiers(
  tx: Tx,
  employerId: string | null,
  identifiers: readonly Identifier[],
): Promise<void> {
  if (identifiers.length === 0) return;
  const startsOn = localDay(tx.now);
  await tx
    .insertInto('identifier')
    .values(
      identifiers.map(({ kind, value }) => ({
        ...{ id: newId(), kind, value, starts_on: startsOn },
        employer_id: kind === 'nis' ? null : employerId,
      })),
    )
    .execute();
}

/** By what numbers a body is known today; the organisation itself without an employer. */
export type KnownIdentifier = Identifier & { id: string; employerId: string | null; startsOn: string };

export async function identifiersOf(tx: Tx): Promise<KnownIdentifier[]> {
  const today = localDay(tx.now);
  return tx
    .selectFrom('identifier')
    .select(['id', 'kind', 'value', 'employer_id as employerId', 'starts_on as startsOn'])
    .where('starts_on', '<=', today)
    .where((eb) => eb.or([eb('ends_on', 'is', null), eb('ends_on', '>=', today)]))
    .orderBy('kind')
    .$narrowType<{ kind: IdentifierKind }>()
    .execute();
}

/** From today it is known by it no more. One of today was a slip, and is no history. */
export async function endIdentifier(tx: Tx, { id, startsOn }: KnownIdentifier): Promise<void> {
  const today = localDay(tx.now);
  if (startsOn === today) await tx.deleteFrom('identifier').where('id', '=', id).execute();
  else
    await tx
      .updateTable('identifier')
      .set({ ends_on: addDays(today, -1) })
      .where('id', '=', id)
      .execute();
}
