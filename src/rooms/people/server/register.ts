import type { HandedIn } from '#platform/server/handed-in.ts';
import { formerAddressJobs } from './former-address.ts';
import { forgetAbsences, forgetSessions } from './forget.ts';
import { leaveByThemselves } from './leave.ts';
import { leavingMails } from './leaving-mails.ts';
import { peopleMails } from './mails.ts';
import { forgetOldRequests } from './requests.ts';
import { roleMails } from './role-mail.ts';
import { signInJobs } from './sign-in.ts';
import { forgetStaffLists } from './staff-import.ts';
import { staffJobs } from './staff-job.ts';

export const people: HandedIn = {
  jobs: { ...signInJobs, ...staffJobs, ...formerAddressJobs },
  sweeps: { 'people.oldRequests': forgetOldRequests, 'people.leave': leaveByThemselves },
  daily: {
    'people.forgetAbsences': forgetAbsences,
    'people.forgetSessions': forgetSessions,
    'people.forgetStaffLists': forgetStaffLists,
  },
  mails: { ...roleMails, ...peopleMails, ...leavingMails },
};

export { supplyLeaving } from './left.ts';
export { supplyLoads } from './load.ts';
export { supplyTeller } from './tell.ts';
