import type { HandedIn } from '#platform/server/handed-in.ts';
import { tipMails } from './mails.ts';
import { lookAgain } from './move.ts';

export const tips: HandedIn = {
  sweeps: { 'tips.toReview': lookAgain },
  mails: tipMails,
};
