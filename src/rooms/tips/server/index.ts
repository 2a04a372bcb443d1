export { tipHere, tipsHere } from './read.ts';
export { changeTip, thisTipHelps, writeTip } from './write.ts';
export type { NewTip } from './write.ts';
