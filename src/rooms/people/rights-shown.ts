import { helpingRights } from './right-groups/helping.ts';
import { networkRights } from './right-groups/networks.ts';
import { peopleRights } from './right-groups/people.ts';
import { startingRights } from './right-groups/starting.ts';
import type { RightGroup } from './right-groups/group.ts';
import { rights, type VerbName } from './rights.ts';
import { roles, type Role } from './roles.ts';

/** The rights table in words, each verb in exactly one group. Held by tests/house/rights-shown.test.ts. */
export const rightGroups: readonly RightGroup[] = [
  ...helpingRights,
  ...peopleRights,
  ...networkRights,
  ...startingRights,
];

/** The roles of people that may call the verb, in the order of the house. */
export const rolesThatMay = (verb: VerbName): Role[] =>
  roles.filter((role) => (rights[verb] as readonly string[]).includes(role));

export type RightShown = { title: string; note: string; roles: Role[] };

/** What everybody may, and what only some: these with the roles that appear there, as columns. */
export function rightsShown(): { forAll: RightShown[]; forSome: RightShown[]; columns: Role[] } {
  const all = rightGroups.map(({ title, note, verbs }): RightShown => ({
    title: title(),
    note: note(),
    roles: verbs[0] ? rolesThatMay(verbs[0]) : [],
  }));
  const forSome = all.filter((one) => one.roles.length < roles.length);
  return {
    forAll: all.filter((one) => one.roles.length === roles.length),
    forSome,
    columns: roles.filter((role) => forSome.some((one) => one.roles.includes(role))),
  };
}
