import type { HandedIn } from '#platform/server/handed-in.ts';
import { forgetAbsences, forgetSessions } from './forget.ts';
import { peopleMails } from './mails.ts';
import { forgetOldRequests } from './requests.ts';
import { roleMails } from './role-mail.ts';
import { signInJobs } from './sign-in.ts';

export const people: HandedIn = {
  jobs: signInJobs,
  sweeps: { 'people.oldRequests': forgetOldRequests },
  daily: { 'people.forgetAbsences': forgetAbsences, 'people.forgetSessions': forgetSessions },
  mails: { ...roleMails, ...peopleMails },
};

export { supplyLoads } from './load.ts';
export { supplyTeller } from './tell.ts';
