import { sql } from 'kysely';
import { newId } from '#platform/ids.ts';
import type { Tx } from '#platform/server/scope.ts';
import type { NewUnit, Place } from '../staff/places.ts';

/* The employers and units that a plan makes. */

/** Returns the ids by name. */
export async function insertEmployers(tx: Tx, names: readonly string[]): Promise<Map<string, string>> {
  const rows = names.map((name) => ({ id: newId(), name }));
  if (rows.length > 0) await tx.insertInto('employer').values(rows).execute();
  return new Map(rows.map(({ id, name }) => [name, id]));
}

const keyOf = ({ name, parentId, parentName }: NewUnit) =>
  JSON.stringify([name, parentId, parentId ? null : parentName]);

/** Parents come before children. Returns where a place lies, known or new. */
export async function insertUnits(tx: Tx, units: readonly NewUnit[]): Promise<(place: Place) => string> {
  const ids = new Map(units.map((unit) => [keyOf(unit), newId()]));
  const idOf = (unit: NewUnit) => ids.get(keyOf(unit));
  const parentOf = ({ parentId, parentName }: NewUnit) =>
    parentId ?? (parentName === null ? null : idOf({ name: parentName, parentId: null, parentName: null }));
  const rows = units.map((unit) => ({ id: idOf(unit), name: unit.name, parent_id: parentOf(unit) }));
  await sql`
    insert into unit (id, name, parent_id)
    select id, name, parent_id from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as r (id uuid, name text, parent_id uuid)`.execute(tx);
  return (place) => {
    const id = place.unitId ?? idOf(place);
    if (id === undefined) throw new Error(`the plan has no unit ${place.name}`);
    return id;
  };
}
