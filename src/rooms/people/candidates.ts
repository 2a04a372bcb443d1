// Who can help this unit, in which order and why (product.md 3.1, Coverage). Coverage shows the first, routing walks
// the list, so card and queue agree. Pure: everything it knows comes in with the snapshot.
import type { WeekHours } from '#platform/hours.ts';
import { helperCalendar, opensAt } from './opening.ts';
import { currentAbsences, presence, type Away, type Presence, type Unavailable } from './presence.ts';

export type { Away };

/**
 * `coachOf` holds unit ids, `coachUntil` by unit the end of the last day of a role that ends, `notFoundIn` by unit until
 * when somebody who looked for them was led on; `alsoElsewhere` puts them in the pool; `hours` null means those of the
 * unit.
 */
export type Helper = Unavailable & {
  personId: string;
  firstName: string;
  lastName: string;
  coachOf: string[];
  coachUntil: Record<string, Date>;
  notFoundIn: Record<string, Date>;
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
  /** Where they sit and how they are called up, for the card. */
  place: string | null;
  phone: string | null;
};

/** `neighbourIds` null means the default neighbours, an empty list none; `hours` null means those of the parent. */
export type UnitNode = {
  id: string;
  name: string;
  parentId: string | null;
  neighbourIds: string[] | null;
  hours: WeekHours | null;
  openOnClosingDays: boolean;
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

/** `until`: the end of what makes them fit, when it is known to end. */
type Ranked = { helper: Helper; reason: Reason; until: Date | null };

/**
 * First who is there now, by kind and with the full ones last; then the others by their first moment in which the unit
 * is open too. Nobody stands in it twice. Left out is who has no half hour within 60 days. With one admin in the
 * snapshot it is never empty.
 */
export function candidates(snapshot: Snapshot, unitId: string, ask: Ask): Candidate[] {
  const found = present(snapshot, unitId, ask);
  if (found.length === 0) return lastResort(snapshot, unitId, ask.moment);
  const there = found.filter(({ thereNow }) => thereNow);
  return [
    ...there.filter(({ full }) => !full),
    ...there.filter(({ full }) => full),
    ...byFirstMoment(
      found.filter(({ thereNow }) => !thereNow),
      opensAt(snapshot, unitId, ask.moment),
    ),
  ];
}

/** Everybody who may be asked and is there some time, at the first kind that fits them then. */
function present(snapshot: Snapshot, unitId: string, ask: Ask): Candidate[] {
  const found = new Map<string, Candidate>();
  const never = new Set<string>();
  for (const { helper, reason, until } of ranked(snapshot, unitId, ask)) {
    const { personId } = helper;
    if (found.has(personId) || never.has(personId)) continue;
    const gaps = { ...helper, until: earlier(until, helper.until), notFoundUntil: helper.notFoundIn[unitId] };
    const when = presence(helperCalendar(snapshot, helper, unitId), gaps, ask.moment);
    if (when) found.set(personId, { personId, reason, ...when, full: isFull(helper) });
    // A role that ends soon may leave another by which they are still there; nothing else does.
    else if (until === null) never.add(personId);
  }
  return [...found.values()];
}

const earlier = (a: Date | null, b: Date | null): Date | null => (a && b ? (a < b ? a : b) : (a ?? b));

const isFull = ({ openLoad, openLimit }: Helper): boolean => openLoad >= openLimit;

// Who begins before the unit opens is no sooner there for it: else the early shift of a far unit would come before the
// own coach each night, and on Friday at a quarter past four the Saturday of the swimming pool. Sorting is stable: who
// comes at the same moment keeps the order of the kinds.
const byFirstMoment = (list: Candidate[], opens: Date): Candidate[] =>
  list.toSorted(
    (a, b) => Math.max(a.from.getTime(), opens.getTime()) - Math.max(b.from.getTime(), opens.getTime()),
  );

/** The admins, as if never absent, when nobody else is left: a question always has one named person. */
function lastResort(snapshot: Snapshot, unitId: string, moment: Date): Candidate[] {
  const admins = byLoad(snapshot.helpers.filter(({ isAdmin }) => isAdmin));
  const found = admins.map((helper): Candidate => {
    const pattern = { away: [], pausedUntil: null, until: null };
    const from = presence(helperCalendar(snapshot, helper, unitId), pattern, moment)?.from ?? moment;
    const reason = { kind: 'admin' } as const;
    return { personId: helper.personId, reason, from, until: null, thereNow: false, full: isFull(helper) };
  });
  return byFirstMoment(found, moment);
}

const compareIds = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

const byLoad = (helpers: Helper[]): Helper[] =>
  helpers.toSorted((a, b) => a.openLoad - b.openLoad || compareIds(a.personId, b.personId));

/** Everybody who may be asked, for each kind that fits; within a kind by open load, then id. */
function ranked(snapshot: Snapshot, unitId: string, { theme, moment }: Ask): Ranked[] {
  const everybody = byLoad(snapshot.helpers);
  const having = (fits: (helper: Helper) => boolean, reason: Reason): Ranked[] =>
    everybody.filter(fits).map((helper) => ({ helper, reason, until: null }));
  return [
    ...coachesOf(everybody, [unitId], () => ({ kind: 'own_coach' })),
    ...substitutes(everybody, unitId, moment),
    ...neighbours(snapshot, unitId).flatMap((unitIds) =>
      coachesOf(everybody, unitIds, (id) => ({ kind: 'neighbour', unitId: id })),
    ),
    ...(theme
      ? having(({ isExpert, themes }) => isExpert && themes.includes(theme), { kind: 'expert', theme })
      : []),
    ...having(({ alsoElsewhere }) => alsoElsewhere, { kind: 'pool' }),
    ...having(({ isIct }) => isIct, { kind: 'ict' }),
    ...having(({ isCoordinator }) => isCoordinator, { kind: 'coordinator' }),
    ...having(({ isAdmin }) => isAdmin, { kind: 'admin' }),
  ];
}

/** Who coaches one of these units, for the first of them. */
function coachesOf(everybody: Helper[], unitIds: string[], reasonFor: (unitId: string) => Reason): Ranked[] {
  return everybody.flatMap((helper) => {
    const unitId = unitIds.find((id) => helper.coachOf.includes(id));
    if (unitId === undefined) return [];
    return [{ helper, reason: reasonFor(unitId), until: helper.coachUntil[unitId] ?? null }];
  });
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
    return forId === undefined ? [] : [{ helper, reason: { kind: 'substitute', forId }, until: null }];
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
