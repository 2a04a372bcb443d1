/** A unit in the order of the organogram: below its parent, by name. */
export type Branch<Unit> = { unit: Unit; depth: number; path: string };

type Node = { id: string; parentId: string | null; name: string };

const byName = new Intl.Collator('nl-BE');

/** All units as a tree read from top to bottom; `path` is 'Sport / Zwembad'. One whose parent is unknown stands on top. */
export function treeOf<Unit extends Node>(units: readonly Unit[]): Branch<Unit>[] {
  const ids = new Set(units.map(({ id }) => id));
  const sorted = units.toSorted((one, other) => byName.compare(one.name, other.name));
  const below = Map.groupBy(sorted, ({ parentId }) =>
    parentId !== null && ids.has(parentId) ? parentId : null,
  );
  const branches = (parent: string | null, above: string[]): Branch<Unit>[] =>
    (below.get(parent) ?? []).flatMap((unit) => {
      const path = [...above, unit.name];
      return [{ unit, depth: above.length, path: path.join(' / ') }, ...branches(unit.id, path)];
    });
  return branches(null, []);
}
