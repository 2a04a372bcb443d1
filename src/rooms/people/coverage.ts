// Who helps where: for each unit the first of its chain, its own coaches, the gap, and the coming weeks. Pure.
import { addDays, localDay } from '#platform/days.ts';
import type { Absentee } from './arranging.ts';
import type { Candidate, Helper, Snapshot, UnitNode } from './candidates.ts';
import { chainFor } from './chain.ts';
import { coverByDay, weeksOf, type Coming, type Cover, type Week } from './coverage-days.ts';
import type { Name } from './name.ts';
import { helperCalendar, opensAt } from './opening.ts';
import { currentAbsences, presence, type Presence } from './presence.ts';

export type Named = Name & { personId: string };

/** `there` null: not within 60 days. `away.until` null: nobody knows yet. */
export type CoachHere = Named & { there: Presence | null; away: { until: Date | null } | null };

/** Why nobody of the unit itself is there: it has no coach, all are away, or they do not work that day. */
export type Gap = { kind: 'no_coach' | 'away' | 'day_off'; since: string | null };

export type UnitCoverage = {
  unitId: string;
  name: string;
  parentId: string | null;
  /** How many colleagues work there. Without any it only holds other units. */
  staff: number;
  first: (Named & Candidate) | null;
  coaches: CoachHere[];
  /** The day that `cover` and `gap` speak of: today, or the next on which the unit is open. */
  day: string;
  cover: Cover;
  gap: Gap | null;
  weeks: Week[];
};

export type World = {
  snapshot: Snapshot;
  coming: readonly Coming[];
  /** By unit: colleagues, and the last day of its last coach role that is over. */
  staff: ReadonlyMap<string, number>;
  lastCoachDay: ReadonlyMap<string, string>;
};

export const coverageOfUnit = (world: World, unit: UnitNode, now: Date): UnitCoverage => {
  const { snapshot, coming } = world;
  const covers = coverByDay({ snapshot, coming, unitId: unit.id, now });
  const day = localDay(opensAt(snapshot, unit.id, now));
  const cover = covers.get(day) ?? 'others';
  const own = snapshot.helpers.filter(({ coachOf }) => coachOf.includes(unit.id));
  return {
    ...{ unitId: unit.id, name: unit.name, parentId: unit.parentId, staff: world.staff.get(unit.id) ?? 0 },
    first: firstHelper(snapshot, unit.id, now),
    coaches: own.map((coach) => coachHere(snapshot, coach, { unitId: unit.id, now })),
    ...{ day, cover, weeks: weeksOf(covers, now) },
    gap: cover === 'own' ? null : gapOf(own, { now, lastCoachDay: world.lastCoachDay.get(unit.id) ?? null }),
  };
};

/** The first of the chain, as card and queue name them. Null only in an organisation without anybody who helps. */
export function firstHelper(snapshot: Snapshot, unitId: string, now: Date): (Named & Candidate) | null {
  const [first] = chainFor(snapshot, unitId, { moment: now, askerId: null });
  const helper = first && snapshot.helpers.find(({ personId }) => personId === first.personId);
  return helper ? { ...first, ...named(helper) } : null;
}

const named = ({ personId, firstName, lastName }: Helper): Named => ({ personId, firstName, lastName });

function coachHere(
  snapshot: Snapshot,
  coach: Helper,
  { unitId, now }: { unitId: string; now: Date },
): CoachHere {
  const gaps = { ...coach, notFoundUntil: coach.notFoundIn[unitId] };
  return {
    ...named(coach),
    there: presence(helperCalendar(snapshot, coach, unitId), gaps, now),
    away: awayUntil(coach, now),
  };
}

/** Until when somebody is away now; null when they are not. */
export function awayUntil({ away }: Pick<Helper, 'away'>, now: Date): CoachHere['away'] {
  const ends = currentAbsences(away, now).map(({ until }) => until?.getTime() ?? Infinity);
  if (ends.length === 0) return null;
  const last = Math.max(...ends);
  return { until: last === Infinity ? null : new Date(last) };
}

function gapOf(own: Helper[], { now, lastCoachDay }: { now: Date; lastCoachDay: string | null }): Gap {
  if (own.length === 0) return { kind: 'no_coach', since: lastCoachDay && addDays(lastCoachDay, 1) };
  const begins = own.map(({ away }) => currentAbsences(away, now).map(({ from }) => from.getTime()));
  if (begins.some((one) => one.length === 0)) return { kind: 'day_off', since: null };
  // The gap began when the last of them went.
  const since = Math.max(...begins.map((one) => Math.min(...one)));
  return { kind: 'away', since: localDay(new Date(since)) };
}

/** What decides who may mark this helper away, from the snapshot alone. */
export function absenteeIn({ units }: Snapshot, helper: Helper): Absentee {
  const upward = new Set<string>();
  for (const start of [helper.homeUnitId, ...helper.coachOf])
    for (let id: string | null = start; id !== null && !upward.has(id); id = units.get(id)?.parentId ?? null)
      upward.add(id);
  const substituteIds = [helper.substituteId, ...helper.away.map(({ substituteId }) => substituteId)];
  return {
    personId: helper.personId,
    substituteIds: substituteIds.filter((id) => id !== null),
    unitIds: [...upward],
  };
}
