import { organisationHere, unitsHere } from '#rooms/organisations/server/index.ts';
import { treeOf } from '#rooms/organisations/tree.ts';
import { fullName } from '#rooms/people/name.ts';
import { coachesHere } from '#rooms/people/server/index.ts';
import { weekRows } from '#rooms/people/week.ts';

export const load = async ({ locals: { who } }) => {
  const coaches = Map.groupBy(await coachesHere(who), ({ unitId }) => unitId);
  const units = await unitsHere(who);
  const { defaultHours } = await organisationHere(who);
  return {
    week: weekRows(defaultHours),
    units: treeOf(units).map(({ unit, depth }) => ({
      id: unit.id,
      name: unit.name,
      depth,
      ownWeek: unit.hours && weekRows(unit.hours),
      coaches: (coaches.get(unit.id) ?? []).map((one) => fullName(one)),
    })),
  };
};
