import { sql } from 'kysely';
import type { Tx } from '#platform/server/scope.ts';

export type Rows = Record<string, unknown>[];

const together = 5_000;

/**
 * Puts many rows in a table at once, as many as a parameter carries easily. All rows have the columns of the first;
 * moments and days are written as the database reads them.
 */
export async function putIn(tx: Tx, table: string, rows: Rows): Promise<void> {
  const first = rows[0];
  if (!first) return;
  const columns = sql.join(Object.keys(first).map((name) => sql.ref(name)));
  for (let from = 0; from < rows.length; from += together) {
    const part = JSON.stringify(rows.slice(from, from + together));
    await sql`insert into ${sql.table(table)} (${columns})
      select ${columns} from jsonb_populate_recordset(null::${sql.table(table)}, ${part}::jsonb)`.execute(tx);
  }
}

/** Numbers from 0 up to 1, the same for the same seed (mulberry32, public domain). */
export function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
