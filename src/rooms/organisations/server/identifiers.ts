import { localDay } from '#platform/days.ts';
import { newId } from '#platform/ids.ts';
import type { Tx } from '#platform/server/scope.ts';
import type { Identifier } from '../identifiers.ts';

/** Writes down by what numbers a body is known elsewhere, from today. NIS is of the organisation, the others of the employer. */
export async function addIdentifiers(
  tx: Tx,
  employerId: string,
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
