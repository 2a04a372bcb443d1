import type { Actor } from '#platform/actor.ts';
import { roles, type Role } from './roles.ts';

type Arranger = Pick<Actor, 'kind' | 'personId' | 'roles'>;

const holds = (actor: Arranger, ...kinds: readonly Role[]): boolean =>
  actor.roles.some((role) => kinds.includes(role.kind as Role));

const givenByCoordinator: readonly Role[] = ['coach', 'expert', 'trekker'];

/** Hours, place, substitute, away: for oneself, or as coordinator or administrator for anyone. */
export const canArrange = (actor: Arranger, personId: string): boolean =>
  actor.kind === 'system' || actor.personId === personId || holds(actor, 'coordinator', 'admin');

/** A coordinator names coaches, experts and trekkers; the other roles are the administrator's to give. */
export const canGiveRole = (actor: Arranger, kind: Role): boolean =>
  actor.kind === 'system' || holds(actor, 'admin') || givenByCoordinator.includes(kind);

/** The roles that this actor may give. Everybody is an employee: that is nothing to give. */
export const rolesToGive = (actor: Arranger): Role[] =>
  roles.filter((kind) => kind !== 'employee' && canGiveRole(actor, kind));
