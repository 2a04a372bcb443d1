import * as v from 'valibot';
import type { HandedIn } from '#platform/server/handed-in.ts';
import { job } from '#platform/server/jobs.ts';
import { forgetNotifications } from './forget.ts';
import { sayNothingMore } from './left.ts';
import { mailNotification, sendDue } from './send.ts';

export const notifications: HandedIn = {
  jobs: {
    'notifications.mail': job(
      v.object({ notificationId: v.string(), sealedPerson: v.optional(v.string()) }),
      (actor, { notificationId, sealedPerson }) => mailNotification(actor, notificationId, sealedPerson),
    ),
  },
  sweeps: { 'notifications.sendDue': sendDue },
  daily: { 'notifications.forget': forgetNotifications },
  whenLeft: sayNothingMore,
};

export { notify } from './notify.ts';
export { supplyMails } from './send.ts';
