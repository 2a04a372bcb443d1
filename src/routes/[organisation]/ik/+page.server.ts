import * as v from 'valibot';
import { shownPresence } from '#rooms/people/absence-shown.ts';
import { pauseForm } from '#rooms/people/forms.ts';
import { shownOwnLeaving } from '#rooms/people/leaving-shown.ts';
import { shownPerson } from '#rooms/people/shown.ts';
import { iAmHere, myLeaving, mySelf, myPresence, pauseHelp, resumeHelp } from '#rooms/people/server/index.ts';
import { act } from '../act.ts';
import { awayActions, awayFor } from '../mensen/away.server.ts';

export const load = async ({ locals: { who }, url }) => {
  const presence = await myPresence(who);
  const leaving = await myLeaving(who);
  return {
    person: shownPerson(await mySelf(who)),
    leaving: leaving && shownOwnLeaving(leaving),
    arranges: who.may('changeHelper'),
    presence: presence && shownPresence(presence),
    away: presence && (await awayFor(who, { personId: who.personId ?? '', url })),
  };
};

type Event = { params: { organisation: string }; locals: App.Locals };

const me = ({ params, locals: { who } }: Event) => ({
  personId: who.personId ?? '',
  to: `/${params.organisation}/ik`,
});

export const actions = {
  markAway: (event) => awayActions.markAway(event, me(event)),
  changeAbsence: (event) => awayActions.changeAbsence(event, me(event)),
  cancelAbsence: (event) => awayActions.cancelAbsence(event, me(event)),
  endAbsence: (event) => awayActions.endAbsence(event, me(event)),
  pause: (event) =>
    act(event, pauseForm, async (who, { minutes }) => {
      await pauseHelp(who, minutes);
      return { to: me(event).to, done: 'people_done_paused' };
    }),
  resume: (event) =>
    act(event, v.object({}), async (who) => {
      await resumeHelp(who);
      return { to: me(event).to, done: 'people_done_resumed' };
    }),
  here: (event) =>
    act(event, v.object({}), async (who) => {
      await iAmHere(who);
      return { to: me(event).to, done: 'people_done_here' };
    }),
};
