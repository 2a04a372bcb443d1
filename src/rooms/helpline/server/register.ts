import { sql } from 'kysely';
import * as v from 'valibot';
import type { HandedIn } from '#platform/server/handed-in.ts';
import { job } from '#platform/server/jobs.ts';
import { fileMissing } from './filing.ts';
import { tellFollowUps } from './follow-up-told.ts';
import { forgetFollowUps, forgetGuidance, forgetStandardAnswers } from './forget.ts';
import { tellFollowers } from './known-problem-followers.ts';
import { helpOf, passOnHelp } from './left.ts';
import { helplineMails } from './mails.ts';
import { moveFromGone, moveSilentQuestions } from './move.ts';
import { tellReminders } from './remind.ts';

export const helpline: HandedIn = {
  jobs: {
    'helpline.holderAway': job(v.object({ personId: v.string() }), (actor, { personId }) =>
      moveFromGone(actor, personId),
    ),
    'helpline.tellFollowers': job(v.object({ problemId: v.string() }), (actor, { problemId }) =>
      tellFollowers(actor, problemId),
    ),
  },
  sweeps: {
    'helpline.moveSilent': moveSilentQuestions,
    'helpline.moveFromGone': (actor) => moveFromGone(actor),
    'helpline.remind': tellReminders,
    'helpline.followUps': tellFollowUps,
  },
  daily: {
    'helpline.fileMissing': fileMissing,
    'helpline.forgetFollowUps': forgetFollowUps,
    'helpline.forgetGuidance': forgetGuidance,
    'helpline.forgetStandardAnswers': forgetStandardAnswers,
  },
  mails: helplineMails,
  whenLeft: passOnHelp,
  keeps: helpOf,
};

/** How much each helper has open, for the order of candidates. */
export const openQuestionLoads = sql<{ person_id: string; open: number }>`
  select holder_id as person_id, count(*)::int as open from question
   where state in ('waiting', 'claimed') and holder_id is not null group by holder_id`;
