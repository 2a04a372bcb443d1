import { sql } from 'kysely';
import { localDay } from '#platform/days.ts';
import { found, Invalid } from '#platform/errors.ts';
import type { Tx } from '#platform/server/scope.ts';
import { verb } from '#platform/server/verb.ts';
import { canMarkAway } from '../arranging.ts';
import type { Reason, Snapshot } from '../candidates.ts';
import { chainFor } from '../chain.ts';
import { absenteeIn, coverageOfUnit, firstHelper, type Named, type UnitCoverage } from '../coverage.ts';
import type { Presence } from '../presence.ts';
import { personAsActor } from './actor.ts';
import { comingCoaches, snapshotOf } from './snapshot.ts';

/** Who helps a unit now, as every colleague may know it: a name, and whether or when they are there. */
export type HelpsToday = {
  unitId: string;
  name: string;
  parentId: string | null;
  staff: number;
  first: (Named & Omit<Presence, 'until'> & { kind: Reason['kind'] }) | null;
};

export type CoverageToday = {
  units: HelpsToday[];
  /** The unit of the one who looks. */
  ownUnitId: string | null;
  arranges: Arranged[];
  now: Date;
};

/** A coach whom the one who looks may mark away, and the units they coach. */
export type Arranged = Named & { unitIds: string[] };

export const coverageToday = verb('coverageToday', async (tx): Promise<CoverageToday> => {
  const snapshot = await snapshotOf(tx);
  const staff = await staffByUnit(tx);
  const me = tx.actor.personId ? await personAsActor(tx, tx.actor.personId) : null;
  const units = [...snapshot.units.values()].map(({ id, name, parentId }): HelpsToday => {
    const first = firstHelper(snapshot, id, tx.now);
    return {
      ...{ unitId: id, name, parentId, staff: staff.get(id) ?? 0 },
      first: first && {
        ...{ personId: first.personId, firstName: first.firstName, lastName: first.lastName },
        ...{ kind: first.reason.kind, thereNow: first.thereNow, from: first.from, leavesAt: first.leavesAt },
      },
    };
  });
  return { units, ownUnitId: me?.unitId ?? null, arranges: arrangedBy(tx, snapshot), now: tx.now };
});

export type Coverage = { units: UnitCoverage[]; arranges: Arranged[]; now: Date };

/** The same with the gaps and since when, and the coming eight weeks: for who keeps it running. */
export const coverage = verb('coverage', async (tx): Promise<Coverage> => {
  const snapshot = await snapshotOf(tx);
  const world = {
    ...{ snapshot, coming: await comingCoaches(tx) },
    ...{ staff: await staffByUnit(tx), lastCoachDay: await lastCoachDays(tx) },
  };
  const units = [...snapshot.units.values()].map((unit) => coverageOfUnit(world, unit, tx.now));
  return { units, arranges: arrangedBy(tx, snapshot), now: tx.now };
});

const farthestDays = 28;
const dayMs = 24 * 60 * 60_000;

/** Who would help a unit at a moment and why, in order. The moment lies now or in the coming four weeks. */
export const coverageOf = verb('coverageOf', async (tx, unitId: string, at: Date | null = null) => {
  const moment = at ?? tx.now;
  const ahead = moment.getTime() - tx.now.getTime();
  if (!(ahead >= -dayMs && ahead <= farthestDays * dayMs))
    throw new Invalid({ at: 'people_moment_unusable' });
  const snapshot = await snapshotOf(tx);
  const unit = found(snapshot.units.get(unitId));
  const helpers = new Map(snapshot.helpers.map((one) => [one.personId, one]));
  const chain = chainFor(snapshot, unitId, { moment, askerId: null }).map((candidate) => {
    const { firstName, lastName } = found(helpers.get(candidate.personId));
    return { ...candidate, firstName, lastName };
  });
  return { unitId, unitName: unit.name, at: moment, chain };
});

const arrangedBy = (tx: Tx, snapshot: Snapshot): Arranged[] =>
  snapshot.helpers
    .filter((helper) => helper.coachOf.length > 0 && canMarkAway(tx.actor, absenteeIn(snapshot, helper)))
    .map(({ personId, firstName, lastName, coachOf }) => ({
      personId,
      firstName,
      lastName,
      unitIds: coachOf,
    }));

/** How many colleagues work in each unit today. */
async function staffByUnit(tx: Tx): Promise<Map<string, number>> {
  const today = localDay(tx.now);
  const { rows } = await sql<{ unitId: string; staff: number }>`
    select unit_id as "unitId", count(distinct person_id)::integer as staff from appointment
     where (starts_on is null or starts_on <= ${today}) and (ends_on is null or ends_on >= ${today})
     group by unit_id`.execute(tx);
  return new Map(rows.map(({ unitId, staff }) => [unitId, staff]));
}

/** Until when a unit without a coach had one: the last day of a role, or of the appointment that carried it. */
async function lastCoachDays(tx: Tx): Promise<Map<string, string>> {
  const { rows } = await sql<{ unitId: string; day: string }>`
    select r.unit_id as "unitId", max(least(r.ends_on, a.ends_on)) as day
      from role r join appointment a on a.id = r.appointment_id
     where r.kind = 'coach' and least(r.ends_on, a.ends_on) < ${localDay(tx.now)}
     group by r.unit_id`.execute(tx);
  return new Map(rows.map(({ unitId, day }) => [unitId, day]));
}
