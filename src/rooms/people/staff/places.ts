import { foldSpelling } from './fold.ts';
import type { KnownEmployer, KnownUnit } from './known.ts';
import type { StaffLine } from './list.ts';

/** Where a line belongs; `unitId` is null for a unit that the plan makes, `parentId` for a parent that it makes. */
export interface Place {
  unitId: string | null;
  name: string;
  parentId: string | null;
  parentName: string | null;
}
export interface NewUnit {
  name: string;
  parentId: string | null;
  parentName: string | null;
}
/** `id` is null for an employer that the plan makes; `key` tells employers apart either way. */
export interface EmployerChoice {
  id: string | null;
  name: string;
  key: string;
}

/** The spelling that occurs most for each folded spelling, the first of those that occur as often. */
function chooseSpellings(texts: readonly (readonly [key: string, spelling: string])[]): Map<string, string> {
  const counts = new Map<string, Map<string, number>>();
  for (const [key, spelling] of texts) {
    const times = counts.get(key) ?? new Map<string, number>();
    counts.set(key, times.set(spelling, (times.get(spelling) ?? 0) + 1));
  }
  const winner = (times: Map<string, number>) =>
    [...times].reduce((best, next) => (next[1] > best[1] ? next : best))[0];
  return new Map([...counts].map(([key, times]) => [key, winner(times)]));
}

/** Which employer a line means; a known name wins over the spelling in the file. */
export function chooseEmployers(
  known: readonly KnownEmployer[],
  lines: readonly StaffLine[],
  defaultEmployer: string,
): (line: StaffLine) => EmployerChoice {
  const nameIn = (line: StaffLine) => line.employer || defaultEmployer;
  const spellings = chooseSpellings(lines.map((line) => [foldSpelling(nameIn(line)), nameIn(line)]));
  const byName = new Map(known.map((employer) => [foldSpelling(employer.name), employer]));
  const choose = (spelt: string): EmployerChoice => {
    const name = foldSpelling(spelt);
    const employer = byName.get(name);
    if (employer) return { id: employer.id, name: employer.name, key: employer.id };
    return { id: null, name: spellings.get(name) ?? spelt, key: `new ${name}` };
  };
  const chosen = new Map<string, EmployerChoice>();
  return (line) => {
    const spelt = nameIn(line);
    const choice = chosen.get(spelt) ?? choose(spelt);
    chosen.set(spelt, choice);
    return choice;
  };
}

export interface Places {
  /** Where a line that is added or moved goes. */
  placeOf(line: StaffLine): Place;
  /** Whether somebody who stands in this unit stands where the line says, so that nothing moves. */
  standsIn(unitId: string | null, line: StaffLine, fileHasSubunits: boolean): boolean;
  /** 'Sport / Zwembad', for showing; null for no unit. */
  pathOf(unitId: string | null): string | null;
}

interface UnitTree {
  byId: ReadonlyMap<string, KnownUnit>;
  byName: ReadonlyMap<string, readonly KnownUnit[]>;
  /** By folded path: how the file spells a unit that is not known yet. */
  spellings: ReadonlyMap<string, string>;
}

export function makePlaces(units: readonly KnownUnit[], lines: readonly StaffLine[]): Places {
  const tree: UnitTree = {
    byId: new Map(units.map((unit) => [unit.id, unit])),
    byName: Map.groupBy(units, (unit) => foldSpelling(unit.name)),
    spellings: chooseSpellings(lines.flatMap(spelledIn)),
  };
  // Thousands of lines name a few dozen units.
  const found = new Map<string, Place>();
  const placeOf = (line: StaffLine): Place => {
    const path = `${line.unit}\n${line.subunit ?? ''}`;
    const place = found.get(path) ?? placeIn(tree, line);
    found.set(path, place);
    return place;
  };
  return {
    placeOf,
    standsIn: (unitId, line, fileHasSubunits) => {
      const unit = unitId === null ? undefined : tree.byId.get(unitId);
      return unit !== undefined && isNamedBy(tree, unit, { path: pathIn(line), fileHasSubunits });
    },
    pathOf: (unitId) => {
      const unit = unitId === null ? undefined : tree.byId.get(unitId);
      if (!unit) return null;
      const downward = [unit, ...ancestors(tree, unit)].toReversed();
      return downward.map(({ name }) => name).join(' / ');
    },
  };
}

function placeIn(tree: UnitTree, line: StaffLine): Place {
  const [dienst, sub] = pathIn(line);
  const unit = findDienst(tree, dienst);
  const name = unit?.name ?? tree.spellings.get(dienst) ?? line.unit;
  if (sub === undefined) return { unitId: unit?.id ?? null, name, parentId: null, parentName: null };
  const child = unit && findBelow(tree, unit, sub);
  const childName = child?.name ?? tree.spellings.get(`${dienst}\n${sub}`) ?? line.subunit ?? '';
  return { unitId: child?.id ?? null, name: childName, parentId: unit?.id ?? null, parentName: name };
}

function isNamedBy(
  tree: UnitTree,
  unit: KnownUnit,
  line: { path: [dienst: string, sub?: string]; fileHasSubunits: boolean },
): boolean {
  const [dienst, sub] = line.path;
  const name = foldSpelling(unit.name);
  const upward = ancestors(tree, unit).map((other) => foldSpelling(other.name));
  if (sub !== undefined) return name === sub && upward.includes(dienst);
  return name === dienst || (!line.fileHasSubunits && upward.includes(dienst));
}

/** The folded names from the dienst down. A subdienst that repeats the name of its dienst is no subdienst. */
function pathIn(line: StaffLine): [dienst: string, sub?: string] {
  const dienst = foldSpelling(line.unit);
  const sub = foldSpelling(line.subunit ?? '');
  return sub === '' || sub === dienst ? [dienst] : [dienst, sub];
}

function spelledIn(line: StaffLine): (readonly [string, string])[] {
  const [dienst, sub] = pathIn(line);
  const unit = [dienst, line.unit] as const;
  return sub === undefined ? [unit] : [unit, [`${dienst}\n${sub}`, line.subunit ?? ''] as const];
}

/**
 * The uppermost unit of that name, wherever it stands: an organisation may keep its diensten under one top unit,
 * or have moved one under a cluster. Null when there is none, or several under different parents.
 */
function findDienst(tree: UnitTree, name: string): KnownUnit | null {
  const named = (tree.byName.get(name) ?? []).map((unit) => ({ unit, depth: ancestors(tree, unit).length }));
  const upper = Math.min(...named.map(({ depth }) => depth));
  const [first, ...others] = named.filter(({ depth }) => depth === upper).map(({ unit }) => unit);
  return first && others.every(({ parentId }) => parentId === first.parentId) ? first : null;
}

/** The unit of that name right under the dienst, else the only one deeper down. */
function findBelow(tree: UnitTree, dienst: KnownUnit, name: string): KnownUnit | null {
  const below = (tree.byName.get(name) ?? []).filter((unit) => ancestors(tree, unit).includes(dienst));
  const child = below.find((unit) => unit.parentId === dienst.id);
  return child ?? (below.length === 1 ? (below[0] ?? null) : null);
}

/** From the parent up to the top; stops where a tree bites its own tail. */
function ancestors({ byId }: UnitTree, unit: KnownUnit): KnownUnit[] {
  const found: KnownUnit[] = [];
  for (let next = unit; next.parentId !== null;) {
    const parent = byId.get(next.parentId);
    if (!parent || parent === unit || found.includes(parent)) break;
    found.push(parent);
    next = parent;
  }
  return found;
}

/** What must be made before these places exist: each once, parents before children. */
export function newUnitsFor(places: readonly Place[]): NewUnit[] {
  const parents = places.flatMap((place) =>
    place.parentName !== null && place.parentId === null
      ? [{ name: place.parentName, parentId: null, parentName: null }]
      : [],
  );
  const tops = places.filter((place) => place.parentName === null);
  const children = places.filter((place) => place.parentName !== null);
  const wanted = [...parents, ...[...tops, ...children].filter((place) => place.unitId === null)];
  const keyed = wanted.map(({ name, parentId, parentName }) => ({ name, parentId, parentName }));
  return [...new Map(keyed.map((unit) => [JSON.stringify(unit), unit])).values()];
}
