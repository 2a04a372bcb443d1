import { localDay } from '#platform/days.ts';
import type { Tx } from '#platform/server/scope.ts';
import { organisationOf } from './organisation.ts';

/** What everybody finds on Start, until that day (as YYYY-MM-DD) has passed. `subjectId`: what it leads to. */
export type Pinned = { kind: string; subjectId: string; until: string };

/** What hangs there today. It came with the organisation: asking for it costs nothing. */
export async function pinnedToday(tx: Tx): Promise<readonly Pinned[]> {
  const today = localDay(tx.now);
  return (await organisationOf(tx)).pinned.filter(({ until }) => until >= today);
}

/** Of each kind one thing hangs there: the last one. */
export async function pin(tx: Tx, { kind, subjectId, until }: Pinned): Promise<void> {
  await tx
    .insertInto('pinned')
    .values({ kind, subject_id: subjectId, until })
    .onConflict((conflict) =>
      conflict.columns(['organisation_id', 'kind']).doUpdateSet({ subject_id: subjectId, until }),
    )
    .execute();
}

export async function unpin(tx: Tx, kind: string): Promise<void> {
  await tx.deleteFrom('pinned').where('kind', '=', kind).execute();
}
