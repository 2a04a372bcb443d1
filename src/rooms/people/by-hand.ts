import type { Actor } from '#platform/actor.ts';

type Reader = Pick<Actor, 'kind' | 'roles'>;

/** Who left is still seen by who keeps people right: to find them again, or to mend a wrong last day. */
export const canSeeLeft = ({ kind, roles }: Reader): boolean =>
  kind === 'system' || roles.some((role) => role.kind === 'hr' || role.kind === 'admin');
