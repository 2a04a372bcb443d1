export { followNews } from './live.ts';
export { markSeen, notify } from './notify.ts';
export type { Notice } from './notify.ts';
export { withdrawNotices } from './withdraw.ts';
export { demoMails, knowUnseen, unseenOf, unseenSubjects, waitingForMe } from './read.ts';
