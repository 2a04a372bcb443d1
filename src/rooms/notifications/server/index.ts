export { markSeen, notify } from './notify.ts';
export type { Notice } from './notify.ts';
export { demoMails, unseenSubjects, waitingForMe } from './read.ts';
