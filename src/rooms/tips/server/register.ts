import type { HandedIn } from '#platform/server/handed-in.ts';
import { passOnTips, tipsOf } from './left.ts';
import { tipMails } from './mails.ts';
import { lookAgain } from './move.ts';

export const tips: HandedIn = {
  sweeps: { 'tips.toReview': lookAgain },
  mails: tipMails,
  whenLeft: passOnTips,
  keeps: tipsOf,
};
