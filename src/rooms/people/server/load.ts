import { sql, type RawBuilder } from 'kysely';
import type { Tx } from '#platform/server/scope.ts';

/** A query of `person_id` and `open`, how many open questions each has. The room that knows hands it in through the registry. */
export type Loads = RawBuilder<{ person_id: string; open: number }>;

let supplied: Loads = sql`select null::uuid as person_id, 0 as open where false`;

export const supplyLoads = (given: Loads): void => {
  supplied = given;
};

/** How many open questions each has, by person; who has none is not among them. */
export async function openLoads(tx: Tx): Promise<Map<string, number>> {
  const { rows } = await supplied.execute(tx);
  return new Map(rows.map((row) => [row.person_id, row.open]));
}
