import { newId } from '#platform/ids.ts';
import type { Tx } from '#platform/server/scope.ts';

export type Recorded = {
  event: string;
  subject: { kind: string; id: string };
  /** Ids and code words only. */
  particulars?: Record<string, string>;
  /** The one who acts is the asker of this question: then the log does not say who. */
  byAsker?: boolean;
};

/** Writes down what happens, in the transaction in which it happens. */
export const record = (tx: Tx, one: Recorded): Promise<void> => recordEach(tx, [one]);

/** The same of many, up to a thousand in one statement. */
export async function recordEach(tx: Tx, all: readonly Recorded[]): Promise<void> {
  if (all.length === 0) return;
  await tx
    .insertInto('activity')
    .values(all.map((one) => rowOf(tx, one)))
    .execute();
}

const rowOf = (tx: Tx, { event, subject, particulars, byAsker }: Recorded) => ({
  id: newId(),
  happened_at: tx.now,
  ...actorColumns(tx, byAsker ?? false),
  event,
  subject_kind: subject.kind,
  subject_id: subject.id,
  particulars: JSON.stringify(particulars ?? {}),
});

function actorColumns({ actor }: Tx, byAsker: boolean) {
  if (actor.kind === 'integration')
    return {
      actor_kind: 'integration',
      actor_id: actor.tokenId,
      on_behalf_of: byAsker ? null : actor.personId,
    };
  if (byAsker) return { actor_kind: 'asker', actor_id: null, on_behalf_of: null };
  return { actor_kind: actor.kind, actor_id: actor.personId, on_behalf_of: null };
}
