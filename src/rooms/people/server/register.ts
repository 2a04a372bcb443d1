import type { HandedIn } from '#platform/server/handed-in.ts';
import { forgetOldRequests } from './requests.ts';
import { signInJobs } from './sign-in.ts';

export const people: HandedIn = { jobs: signInJobs, sweeps: { 'people.oldRequests': forgetOldRequests } };

export { supplyLoads } from './load.ts';
