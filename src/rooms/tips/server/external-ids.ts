import { verb } from '#platform/server/verb.ts';

/** By id of a tip that everybody may find, the id it has elsewhere. Tips without one are left out. */
export const externalIdsOf = verb(
  'externalIdsOf',
  async (tx, ids: readonly string[]): Promise<Map<string, string>> => {
    if (ids.length === 0) return new Map();
    const rows = await tx
      .selectFrom('tip')
      .select(['id', 'external_id'])
      .where('id', 'in', ids)
      .where('status', 'in', ['published', 'to_review'])
      .where('external_id', 'is not', null)
      .execute();
    return new Map(rows.map((row) => [row.id, row.external_id!]));
  },
);
