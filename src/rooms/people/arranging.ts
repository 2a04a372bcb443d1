import type { Actor } from '#platform/actor.ts';
import { roles, type Role } from './roles.ts';

type Arranger = Pick<Actor, 'kind' | 'personId' | 'roles'>;

const holds = (actor: Arranger, ...kinds: readonly Role[]): boolean =>
  actor.roles.some((role) => kinds.includes(role.kind as Role));

const givenByCoordinator: readonly Role[] = ['coach', 'expert', 'trekker'];

/** Hours, place, substitute: for oneself, or as coordinator or administrator for anyone. */
export const canArrange = (actor: Arranger, personId: string): boolean =>
  actor.kind === 'system' || actor.personId === personId || holds(actor, 'coordinator', 'admin');

/** Who would be away: whoever stands in for them, and the units they work in or coach with all units above those. */
export type Absentee = { personId: string; substituteIds: readonly string[]; unitIds: readonly string[] };

/** Away and back, never why: whoever may arrange for them, who stands in for them, and their own manager. */
export const canMarkAway = (actor: Arranger, { personId, substituteIds, unitIds }: Absentee): boolean =>
  canArrange(actor, personId) ||
  (actor.personId !== null && substituteIds.includes(actor.personId)) ||
  actor.roles.some(({ kind, unitId }) => kind === 'manager' && unitId !== null && unitIds.includes(unitId));

/** A coordinator names coaches, experts and trekkers; the other roles are the administrator's to give. */
export const canGiveRole = (actor: Arranger, kind: Role): boolean =>
  actor.kind === 'system' || holds(actor, 'admin') || givenByCoordinator.includes(kind);

/** The roles that this actor may give. Everybody is an employee: that is nothing to give. */
export const rolesToGive = (actor: Arranger): Role[] =>
  roles.filter((kind) => kind !== 'employee' && canGiveRole(actor, kind));
