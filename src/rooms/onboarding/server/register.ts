import type { HandedIn } from '#platform/server/handed-in.ts';
import { mailTestJobs } from './mail-test.ts';
import { forgetWelcomes } from './welcome/forget.ts';
import { keepWelcomes } from './welcome/invite.ts';
import { buddyOf, leaveBeginnings } from './welcome/left.ts';
import { welcomeMails } from './welcome/mails.ts';

export const onboarding: HandedIn = {
  jobs: mailTestJobs,
  sweeps: { 'onboarding.keepWelcomes': keepWelcomes },
  daily: { 'onboarding.forgetWelcomes': forgetWelcomes },
  mails: welcomeMails,
  whenLeft: leaveBeginnings,
  keeps: buddyOf,
};
