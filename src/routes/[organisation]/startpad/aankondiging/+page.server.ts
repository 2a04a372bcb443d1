import * as v from 'valibot';
import { formatDay } from '#platform/dates.ts';
import { announce, announcementPlan, startPathHere } from '#rooms/startpath/server/index.ts';
import { stepNumber } from '#rooms/startpath/steps.ts';
import { act } from '../../act.ts';

export const load = async ({ locals: { who } }) => {
  const { madeOn, ...plan } = await announcementPlan(who);
  const { decidesOn } = await startPathHere(who);
  return {
    number: stepNumber('announcement'),
    ...plan,
    made: madeOn && formatDay(madeOn),
    isPlanned: decidesOn !== null,
  };
};

export const actions = {
  announce: (event) =>
    act(event, v.object({}), async (who) => {
      await announce(who);
      return {
        to: `/${event.params.organisation}/startpad/aankondiging`,
        done: 'startpath_done_announced',
      };
    }),
};
