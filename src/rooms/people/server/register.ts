import type { HandedIn } from '#platform/server/handed-in.ts';
import { signInJobs } from './sign-in.ts';

export const people: HandedIn = { jobs: signInJobs };

export { supplyLoads } from './load.ts';
