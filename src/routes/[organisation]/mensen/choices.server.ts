import type { Actor } from '#platform/actor.ts';
import { treeOf } from '#rooms/organisations/tree.ts';
import { unitsHere } from '#rooms/organisations/server/index.ts';
import { functionGroupLabel, functionGroupOf, functionGroups } from '#rooms/people/function-group.ts';
import { employersHere } from '#rooms/people/server/index.ts';
import { m } from '#messages';

const named = ({ id, name }: { id: string; name: string }) => ({ value: id, label: name });

export const unitChoices = async (who: Actor) =>
  treeOf(await unitsHere(who)).map(({ unit, path }) => ({ value: unit.id, label: path }));

export const employerChoices = async (who: Actor) => (await employersHere(who)).map(named);

/** What there is to choose from for an appointment; the first group is what the function points to. */
export const workChoices = async (who: Actor, functionTitle: string | null = null) => ({
  units: await unitChoices(who),
  employers: await employerChoices(who),
  groups: [
    {
      value: '',
      label: m.people_group_guessed({ group: functionGroupLabel(functionGroupOf(functionTitle)) }),
    },
    ...functionGroups.map((group) => ({ value: group, label: functionGroupLabel(group) })),
  ],
});
