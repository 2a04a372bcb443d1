// Who helps in the units that somebody leads, and in all below them. Pure.
import { shownCoverage, type ShownUnit } from './coverage-shown.ts';

type Found = Parameters<typeof shownCoverage>[0];
type Held = { kind: string; unitId: string | null };

/** The units of a manager's roles; none for anybody else. */
export const ledBy = (roles: readonly Held[]): string[] =>
  roles.flatMap(({ kind, unitId }) => (kind === 'manager' && unitId !== null ? [unitId] : []));

/** In the order of the page "Wie helpt waar"; what only holds other units is left out. */
export function coverageOfLed(found: Found, led: readonly string[]): ShownUnit[] {
  const below = withAllBelow(found.units, led);
  const shown = shownCoverage(found).groups.flatMap(({ rows }) => rows);
  return shown.filter(({ unitId }) => below.has(unitId));
}

function withAllBelow(units: Found['units'], led: readonly string[]): ReadonlySet<string> {
  const children = Map.groupBy(units, ({ parentId }) => parentId);
  const below = new Set<string>();
  const add = (id: string): void => {
    if (below.has(id)) return;
    below.add(id);
    for (const { unitId } of children.get(id) ?? []) add(unitId);
  };
  led.forEach(add);
  return below;
}
