import type { RequestEvent } from '@sveltejs/kit';
import * as v from 'valibot';
import { awayForm } from '#rooms/people/forms.ts';
import { endAbsence, markAway } from '#rooms/people/server/index.ts';
import { act } from '../act.ts';

type Target = { personId: string; to: string };

/** Away and back, for the page of a colleague and for one's own. */
export const awayActions = {
  markAway: (event: RequestEvent, { personId, to }: Target) =>
    act(event, awayForm, async (who, { until }) => {
      await markAway(who, personId, { until: until ?? null });
      return { to, done: 'people_done_away' };
    }),
  endAbsence: (event: RequestEvent, { personId, to }: Target) =>
    act(event, v.object({}), async (who) => {
      await endAbsence(who, personId);
      return { to, done: 'people_done_back' };
    }),
};
