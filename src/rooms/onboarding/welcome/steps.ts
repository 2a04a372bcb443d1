// What somebody's beginning is made of: steps, who does each, and who may tick it. Pure.
import type { Actor } from '#platform/actor.ts';
import { functionGroups, type FunctionGroup } from '#rooms/people/function-group.ts';

/** Who does a step. The unit's own digicoach and manager find theirs by themselves. */
export const doers = ['self', 'coach', 'manager', 'hr', 'ict', 'coordinator'] as const;

export type Doer = (typeof doers)[number];

/** For whom an item is: the groups of functions, and whoever becomes a coach. */
export const audiences = [...functionGroups, 'coach'] as const;

export type Audience = FunctionGroup | 'coach';

/** What shows by itself that a step was done: the card says something, hours are set, a walk-in moment is held. */
export type ShownBy = 'card' | 'hours' | 'drop_in';

export type WelcomeItem = {
  sentence: string;
  doer: Doer;
  /** None: every new colleague. A list for coaches is asked for by name. */
  groups: readonly Audience[];
  shownBy: ShownBy | null;
};

export const isFor = ({ groups }: Pick<WelcomeItem, 'groups'>, audience: Audience): boolean =>
  groups.includes(audience) || (groups.length === 0 && audience !== 'coach');

/** Whoever becomes a coach alone: these stand together, below what is for who is new. */
export const isForCoachesOnly = ({ groups }: Pick<WelcomeItem, 'groups'>): boolean =>
  groups.length > 0 && groups.every((group) => group === 'coach');

type Looking = Pick<Actor, 'personId' | 'roles'>;
type Step = { doer: Doer; personId: string; unitIds: readonly string[] };

const keepers: readonly string[] = ['hr', 'coordinator', 'admin'];

/** They welcome people, and read and tick whatever is on a list. */
export const keepsWelcome = ({ roles }: Pick<Actor, 'roles'>): boolean =>
  roles.some(({ kind }) => keepers.includes(kind));

/** Theirs to do: one's own steps, and what the coach or the manager of a unit does for who begins there. */
export function isTheirs({ personId, roles }: Looking, step: Step): boolean {
  if (step.doer === 'self') return step.personId === personId;
  return roles.some(
    ({ kind, unitId }) => kind === step.doer && unitId !== null && step.unitIds.includes(unitId),
  );
}

/** Who begins reads the own list whole; a coach or manager what is theirs of it, and no more. */
export const seesStep = (actor: Looking, step: Step): boolean =>
  step.personId === actor.personId || isTheirs(actor, step) || keepsWelcome(actor);

export const canTick = (actor: Looking, step: Step): boolean => isTheirs(actor, step) || keepsWelcome(actor);
