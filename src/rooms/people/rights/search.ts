import { everyone, type RoomRights } from './who.ts';

export const search = {
  search: everyone,
} as const satisfies RoomRights;
