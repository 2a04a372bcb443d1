// Who can help this unit, in which order and why (product.md 3.1, Coverage). Coverage shows the first, routing walks
// the list, so card and queue agree. Pure: everything it knows comes in with the snapshot.
import { firstOpen, type WeekHours } from '#platform/hours.ts';
import { currentAbsences, presence, type Away, type Presence, type Unavailable } from './presence.ts';

export type { Away };

/** `coachOf` holds unit ids; `alsoElsewhere` puts them in the pool; `hours` null means the hours of the unit. */
export type Helper = Unavailable & {
  personId: string;
  firstName: string;
  lastName: string;
  coachOf: string[];
  themes: string[];
  isExpert: boolean;
  isIct: boolean;
  isCoordinator: boolean;
  isAdmin: boolean;
  alsoElsewhere: boolean;
  hours: WeekHours | null;
  homeUnitId: string;
  substituteId: string | null;
  openLoad: number;
  openLimit: number;
};

/** `neighbourIds` null means the default neighbours, an empty list none; `hours` null means those of the parent. */
export type UnitNode = {
  id: string;
  name: string;
  parentId: string | null;
  neighbourIds: string[] | null;
  hours: WeekHours | null;
};

/** `closed` must reach 61 local days from the moment asked about. */
export type Snapshot = {
  units: Map<string, UnitNode>;
  helpers: Helper[];
  defaultHours: WeekHours;
  closed: ReadonlySet<string>;
};

export type Reason =
  | { kind: 'own_coach' }
  | { kind: 'substitute'; forId: string }
  | { kind: 'neighbour'; unitId: string }
  | { kind: 'expert'; theme: string }
  | { kind: 'pool' }
  | { kind: 'ict' }
  | { kind: 'coordinator' }
  | { kind: 'admin' };

/** `from` is the first moment from which they are there for at least 30 minutes; for `until` see Presence. */
export type Candidate = Presence & { personId: string; reason: Reason; full: boolean };

type Ask = { theme?: string | null; moment: Date };
type Ranked = { helper: Helper; reason: Reason };

/** The hours of the nearest unit upwards that has its own, else the organisation's. Survives a cycle of parents. */
export function unitHours({ units, defaultHours }: Snapshot, unitId: string): WeekHours {
  const seen = new Set<string>();
  for (let unit = units.get(unitId); unit && !seen.has(unit.id); unit = units.get(unit.parentId ?? '')) {
    if (unit.hours) return unit.hours;
    seen.add(unit.id);
  }
  return defaultHours;
}

/**
 * First who is there now, by kind and with the full ones last; then the others by their first moment in which the unit
 * is open too. Nobody stands in
 * it twice. Left out is who has no half hour within 60 days. With one admin in the snapshot it is never empty.
 */
export function candidates(snapshot: Snapshot, unitId: string, ask: Ask): Candidate[] {
  const found = ranked(snapshot, unitId, ask).flatMap(({ helper, reason }) => {
    const when = presence(calendarOf(snapshot, helper, unitId), helper, ask.moment);
    return when ? [{ personId: helper.personId, reason, ...when, full: isFull(helper) }] : [];
  });
  if (found.length === 0) return lastResort(snapshot, unitId, ask.moment);
  const there = found.filter(({ thereNow }) => thereNow);
  const opens =
    firstOpen({ hours: unitHours(snapshot, unitId), closed: snapshot.closed }, ask.moment, 1) ?? ask.moment;
  return [
    ...there.filter(({ full }) => !full),
    ...there.filter(({ full }) => full),
    ...byFirstMoment(
      found.filter(({ thereNow }) => !thereNow),
      opens,
    ),
  ];
}

const isFull = ({ openLoad, openLimit }: Helper): boolean => openLoad >= openLimit;

// Who begins before the unit opens is no sooner there for it: else the early shift of a far unit would come before the
// own coach each night. Sorting is stable: who comes at the same moment keeps the order of the kinds.
const byFirstMoment = (list: Candidate[], opens: Date): Candidate[] =>
  list.toSorted(
    (a, b) => Math.max(a.from.getTime(), opens.getTime()) - Math.max(b.from.getTime(), opens.getTime()),
  );

/** The admins, as if never absent, when nobody else is left: a question always has one named person. */
function lastResort(snapshot: Snapshot, unitId: string, moment: Date): Candidate[] {
  const admins = byLoad(snapshot.helpers.filter(({ isAdmin }) => isAdmin));
  const found = admins.map((helper): Candidate => {
    const pattern = { away: [], pausedUntil: null };
    const from = presence(calendarOf(snapshot, helper, unitId), pattern, moment)?.from ?? moment;
    const reason = { kind: 'admin' } as const;
    return { personId: helper.personId, reason, from, until: null, thereNow: false, full: isFull(helper) };
  });
  return byFirstMoment(found, moment);
}

// A coach without a pattern has the hours of the unit they coach: the one that is asked about, else the own unit.
function calendarOf(snapshot: Snapshot, helper: Helper, unitId: string) {
  const home = helper.coachOf.includes(unitId) ? unitId : helper.homeUnitId;
  return { hours: helper.hours ?? unitHours(snapshot, home), closed: snapshot.closed };
}

const compareIds = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

const byLoad = (helpers: Helper[]): Helper[] =>
  helpers.toSorted((a, b) => a.openLoad - b.openLoad || compareIds(a.personId, b.personId));

/** Everybody who may be asked, once, at the first kind that fits; within a kind by open load, then id. */
function ranked(snapshot: Snapshot, unitId: string, { theme, moment }: Ask): Ranked[] {
  const everybody = byLoad(snapshot.helpers);
  const having = (fits: (helper: Helper) => boolean, reason: Reason): Ranked[] =>
    everybody.filter(fits).map((helper) => ({ helper, reason }));
  const list = [
    ...having(({ coachOf }) => coachOf.includes(unitId), { kind: 'own_coach' }),
    ...substitutes(everybody, unitId, moment),
    ...neighbours(snapshot, unitId).flatMap((unitIds) => neighbourCoaches(everybody, unitIds)),
    ...(theme
      ? having(({ isExpert, themes }) => isExpert && themes.includes(theme), { kind: 'expert', theme })
      : []),
    ...having(({ alsoElsewhere }) => alsoElsewhere, { kind: 'pool' }),
    ...having(({ isIct }) => isIct, { kind: 'ict' }),
    ...having(({ isCoordinator }) => isCoordinator, { kind: 'coordinator' }),
    ...having(({ isAdmin }) => isAdmin, { kind: 'admin' }),
  ];
  const firsts = new Map<string, Ranked>();
  for (const each of list) if (!firsts.has(each.helper.personId)) firsts.set(each.helper.personId, each);
  return [...firsts.values()];
}

/** Who stands in for the unit's coaches; for two of them at once: named for the one who is away. No chain. */
function substitutes(everybody: Helper[], unitId: string, moment: Date): Ranked[] {
  const forIds = new Map<string, string>();
  const coaches = everybody
    .filter(({ coachOf }) => coachOf.includes(unitId))
    .map((coach) => ({ coach, absences: currentAbsences(coach.away, moment) }))
    .toSorted((a, b) => Number(b.absences.length > 0) - Number(a.absences.length > 0));
  for (const { coach, absences } of coaches) {
    const named = absences.flatMap(({ substituteId }) => substituteId ?? []);
    const standIns = named.length > 0 ? named : [coach.substituteId].flatMap((id) => id ?? []);
    for (const id of standIns) if (!forIds.has(id)) forIds.set(id, coach.personId);
  }
  return everybody.flatMap((helper) => {
    const forId = forIds.get(helper.personId);
    return forId === undefined ? [] : [{ helper, reason: { kind: 'substitute' as const, forId } }];
  });
}

/**
 * Unit ids in the order in which they are asked: the own list at once; by default the siblings, then the parent. The
 * unit itself may be among them: its coaches already stand in the list.
 */
function neighbours({ units }: Snapshot, unitId: string): string[][] {
  const unit = units.get(unitId);
  if (!unit) return [];
  if (unit.neighbourIds) return [unit.neighbourIds];
  const siblings = [...units.values()].filter(({ parentId }) => parentId === unit.parentId);
  return [siblings.map(({ id }) => id).toSorted(compareIds), unit.parentId === null ? [] : [unit.parentId]];
}

function neighbourCoaches(everybody: Helper[], unitIds: string[]): Ranked[] {
  return everybody.flatMap((helper) => {
    const unitId = unitIds.find((id) => helper.coachOf.includes(id));
    return unitId === undefined ? [] : [{ helper, reason: { kind: 'neighbour' as const, unitId } }];
  });
}
