import { staff, type RoomRights } from './who.ts';

export const notifications = {
  waitingForMe: staff,
  followNews: staff,
  demoMails: staff,
} as const satisfies RoomRights;
