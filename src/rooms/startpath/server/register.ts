import * as v from 'valibot';
import type { HandedIn } from '#platform/server/handed-in.ts';
import { job } from '#platform/server/jobs.ts';
import { tellNext } from './announce.ts';
import { startpathMails } from './call-mails.ts';
import { forgetAnswers, forgetCalls } from './forget.ts';

export const startpath: HandedIn = {
  jobs: {
    'startpath.announce': job(v.object({ announcementId: v.string() }), (actor, { announcementId }) =>
      tellNext(actor, announcementId),
    ),
  },
  daily: { 'startpath.forgetCalls': forgetCalls },
  mails: startpathMails,
  whenLeft: forgetAnswers,
};
