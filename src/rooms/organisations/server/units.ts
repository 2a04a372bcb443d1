import { parseWeekHours, type WeekHours } from '#platform/hours.ts';
import { isId } from '#platform/ids.ts';
import { Invalid, NotFound } from '#platform/errors.ts';
import { onceIn, type Tx } from '#platform/server/scope.ts';
import { whileUnchanged } from '#platform/server/unchanged.ts';
import { verb } from '#platform/server/verb.ts';
import { organisationOf } from './organisation.ts';

export type UnitHere = {
  id: string;
  parentId: string | null;
  name: string;
  /** Own opening hours; null: those of the unit above, or of the organisation. */
  hours: WeekHours | null;
  /** The units that help when nobody of the own one is there. Null: those beside it and the one above. */
  neighbourIds: string[] | null;
  /** Open on public holidays and closing days too, as a home or a pool may be. */
  openOnClosingDays: boolean;
};

/** All units, by name. */
export const unitsOf = (tx: Tx): Promise<UnitHere[]> =>
  onceIn(tx, 'organisations.units', async () => {
    const { rosterVersion } = await organisationOf(tx);
    return whileUnchanged(tx, { name: 'organisations.units', version: String(rosterVersion) }, () =>
      readUnits(tx),
    );
  });

async function readUnits(tx: Tx): Promise<UnitHere[]> {
  const rows = await tx.selectFrom('unit').selectAll().orderBy('name').execute();
  return rows.map((row) => ({
    id: row.id,
    parentId: row.parent_id,
    name: row.name,
    hours: row.hours === null ? null : parseWeekHours(row.hours),
    neighbourIds: row.neighbour_ids,
    openOnClosingDays: row.open_on_closing_days,
  }));
}

export const unitsHere = verb('unitsHere', unitsOf);

export const changeUnitHours = verb('changeUnitHours', (tx, unitId: string, hours: WeekHours | null) =>
  change(tx, unitId, { hours: hours === null ? null : JSON.stringify(parseWeekHours(hours)) }),
);

/** Null means the default neighbours. Throws Invalid for a unit that is not here, or is the unit itself. */
export const changeUnitNeighbours = verb(
  'changeUnitNeighbours',
  async (tx, unitId: string, neighbourIds: readonly string[] | null) => {
    const chosen = neighbourIds && [...new Set(neighbourIds)];
    const known = new Set((await unitsOf(tx)).map(({ id }) => id));
    if (!known.has(unitId)) throw new NotFound();
    if (chosen?.some((id) => id === unitId || !known.has(id)))
      throw new Invalid({ neighbourIds: 'units_neighbour_unknown' });
    await change(tx, unitId, { neighbour_ids: chosen });
  },
);

export const changeUnitClosing = verb('changeUnitClosing', (tx, unitId: string, openOnClosingDays: boolean) =>
  change(tx, unitId, { open_on_closing_days: openOnClosingDays }),
);

type Change = { hours?: string | null; neighbour_ids?: string[] | null; open_on_closing_days?: boolean };

async function change(tx: Tx, unitId: string, change: Change): Promise<void> {
  if (!isId(unitId)) throw new NotFound();
  const { numUpdatedRows } = await tx
    .updateTable('unit')
    .set(change)
    .where('id', '=', unitId)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) throw new NotFound();
}
