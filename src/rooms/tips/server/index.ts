export { changeTip, putBackTip } from './change.ts';
export { externalIdsOf } from './external-ids.ts';
export { tipKeepers } from './keeping.ts';
export { moveTip } from './move.ts';
export {
  newestTips,
  tipApplications,
  tipHere,
  tipsHere,
  tipsLike,
  tipsToLookAt,
  tipsWaitingForMe,
} from './read.ts';
export { tipVersions } from './versions.ts';
export type { TipVersion } from './versions.ts';
export { thisTipHelps, thisTipWorks } from './votes.ts';
export { writeTip } from './write.ts';
export type { NewTip } from './write.ts';
