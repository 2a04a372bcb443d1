import { roles, type Role, type TokenRole } from '../roles.ts';

/** Of one room: its verbs, and who may call each. */
export type RoomRights = Record<string, readonly (Role | TokenRole)[]>;

export const everyone: readonly (Role | TokenRole)[] = [...roles, 'service'];
export const staff: readonly Role[] = roles;
