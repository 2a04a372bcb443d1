import { everyone, staff, type RoomRights } from './who.ts';

export const tips = {
  tipsHere: everyone,
  externalIdsOf: everyone,
  tipHere: everyone,
  writeTip: everyone,
  tipsLike: staff,
  tipsWaitingForMe: staff,
  tipApplications: staff,
  tipKeepers: staff,
  changeTip: everyone,
  moveTip: staff,
  tipVersions: staff,
  putBackTip: staff,
  thisTipHelps: everyone,
  thisTipWorks: everyone,
} as const satisfies RoomRights;
