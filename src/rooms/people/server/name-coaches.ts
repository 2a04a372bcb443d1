import { sql } from 'kysely';
import { allow, Invalid } from '#platform/errors.ts';
import type { Tx } from '#platform/server/scope.ts';
import { verb } from '#platform/server/verb.ts';
import { unitsOf } from '#rooms/organisations/server/index.ts';
import { treeOf } from '#rooms/organisations/tree.ts';
import { canGiveRole } from '../arranging.ts';
import { fullName, type Name } from '../name.ts';
import { coachesHere } from './helper-here.ts';
import { giveRole } from './roles.ts';

/** A unit in which somebody works, with who coaches it and who could. `path`: its name with those above it. */
export type UnitToCoach = {
  id: string;
  path: string;
  coaches: string[];
  people: { id: string; name: string }[];
};

/** All units with people in them, to name their coaches on one page. */
export const unitsToCoach = verb('unitsToCoach', async (tx): Promise<UnitToCoach[]> => {
  const coaches = Map.groupBy(await coachesHere(tx), ({ unitId }) => unitId);
  const people = Map.groupBy(await whoWorksWhere(tx), ({ unitId }) => unitId);
  return treeOf(await unitsOf(tx)).flatMap(({ unit, path }) => {
    const here = people.get(unit.id) ?? [];
    const own = coaches.get(unit.id) ?? [];
    if (here.length === 0 && own.length === 0) return [];
    return {
      ...{ id: unit.id, path, coaches: own.map((one) => fullName(one)) },
      people: here.map((one) => ({ id: one.personId, name: nameAmong(here, one) })),
    };
  });
});

type Worker = Name & { unitId: string; personId: string; email: string | null; functionTitle: string | null };

/** Of namesakes in one unit also the address, or else what they do: the wrong one would be named. */
function nameAmong(here: readonly Worker[], one: Worker): string {
  const name = fullName(one);
  const isOnly = here.every((other) => other.personId === one.personId || fullName(other) !== name);
  const also = one.email ?? one.functionTitle;
  return isOnly || !also ? name : `${name} (${also})`;
}

async function whoWorksWhere(tx: Tx): Promise<Worker[]> {
  const today = sql`(${tx.now}::timestamptz at time zone 'Europe/Brussels')::date`;
  const { rows } = await sql<Worker>`
    select a.unit_id as "unitId", p.id as "personId", p.first_name as "firstName", p.last_name as "lastName",
           p.email, min(a.function_title) as "functionTitle"
      from appointment a join person p on p.id = a.person_id
     where coalesce(a.starts_on, ${today}) <= ${today} and coalesce(a.ends_on, ${today}) >= ${today}
     group by a.unit_id, p.id, p.first_name, p.last_name, p.email
     order by p.first_name collate "nl-BE-x-icu", p.last_name collate "nl-BE-x-icu", p.id`.execute(tx);
  return rows;
}

/** Names a coach for each of these units: all of them, or none when one cannot be. */
export const nameCoaches = verb(
  'nameCoaches',
  async (tx, chosen: readonly { unitId: string; personId: string }[]) => {
    allow(canGiveRole(tx.actor, 'coach'));
    if (chosen.length === 0) throw new Invalid({ coach: 'people_coaches_none_chosen' });
    for (const { unitId, personId } of chosen) await giveRole(tx, { personId, unitId, kind: 'coach' });
  },
);
