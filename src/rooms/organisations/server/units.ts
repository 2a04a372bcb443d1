import { parseWeekHours, type WeekHours } from '#platform/hours.ts';
import { isId } from '#platform/ids.ts';
import { NotFound } from '#platform/errors.ts';
import type { Tx } from '#platform/server/scope.ts';
import { verb } from '#platform/server/verb.ts';

export type UnitHere = {
  id: string;
  parentId: string | null;
  name: string;
  /** Own opening hours; null: those of the unit above, or of the organisation. */
  hours: WeekHours | null;
  neighbourIds: string[] | null;
};

/** All units, by name. */
export async function unitsOf(tx: Tx): Promise<UnitHere[]> {
  const rows = await tx.selectFrom('unit').selectAll().orderBy('name').execute();
  return rows.map((row) => ({
    id: row.id,
    parentId: row.parent_id,
    name: row.name,
    hours: row.hours === null ? null : parseWeekHours(row.hours),
    neighbourIds: row.neighbour_ids,
  }));
}

/** Days, as YYYY-MM-DD, on which the organisation itself is shut. */
export async function closingDaysOf(tx: Tx): Promise<string[]> {
  const rows = await tx.selectFrom('closing_day').select('day').execute();
  return rows.map((row) => row.day);
}

export const unitsHere = verb('unitsHere', unitsOf);

export const changeUnitHours = verb(
  'changeUnitHours',
  async (tx, unitId: string, hours: WeekHours | null) => {
    if (!isId(unitId)) throw new NotFound();
    const { numUpdatedRows } = await tx
      .updateTable('unit')
      .set({ hours: hours === null ? null : JSON.stringify(parseWeekHours(hours)) })
      .where('id', '=', unitId)
      .executeTakeFirst();
    if (numUpdatedRows === 0n) throw new NotFound();
  },
);
