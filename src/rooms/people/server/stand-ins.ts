import { sql } from 'kysely';
import { found } from '#platform/errors.ts';
import type { Tx } from '#platform/server/scope.ts';
import { helperCalendar, unitCalendar } from '../opening.ts';
import type { Away } from '../presence.ts';
import { daysTogether, standInOrder, type Period, type StandIn } from '../stand-ins.ts';
import { personAsActor } from './actor.ts';
import { maySubstitute, type Colleague } from './helper-here.ts';
import { snapshotOf } from './snapshot.ts';

type Ask = { personId: string; chosenIds: readonly string[] };

/** Whom one may choose to stand in for this colleague during any period, the best first. */
export async function standInsFor(
  tx: Tx,
  { personId, chosenIds }: Ask,
): Promise<(period: Period) => StandIn[]> {
  const { unitId } = found(await personAsActor(tx, personId));
  const snapshot = await snapshotOf(tx);
  const helpers = new Map(snapshot.helpers.map((one) => [one.personId, one]));
  const away = await absencesByPerson(tx);
  const unit = unitCalendar(snapshot, unitId);
  // Who helps nobody by role has the hours of the own unit.
  const calendarOf = ({ id, unitId: theirs }: Colleague) => {
    const helper = helpers.get(id);
    return helper ? helperCalendar(snapshot, helper, unitId) : unitCalendar(snapshot, theirs);
  };
  const colleagues = (await maySubstitute(tx, personId, chosenIds)).map((one) => ({
    shown: { ...named(one), isCoach: (helpers.get(one.id)?.coachOf.length ?? 0) > 0, near: one.near },
    helping: { calendar: calendarOf(one), away: away.get(one.id) ?? [] },
  }));
  return (period) =>
    colleagues
      .map(({ shown, helping }) => ({ ...shown, days: daysTogether(unit, helping, period) }))
      .toSorted(standInOrder);
}

const named = ({ id, firstName, lastName, unitName }: Colleague) => ({ id, firstName, lastName, unitName });

async function absencesByPerson(tx: Tx): Promise<Map<string, Away[]>> {
  const { rows } = await sql<Away & { personId: string }>`
    select person_id as "personId", starts_at as "from", ends_at as "until", substitute_id as "substituteId"
      from absence where ends_at is null or ends_at > ${tx.now}`.execute(tx);
  return Map.groupBy(rows, ({ personId }) => personId);
}
