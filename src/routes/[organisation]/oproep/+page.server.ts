import * as v from 'valibot';
import { formatDay } from '#platform/dates.ts';
import { volunteerForm } from '#rooms/startpath/forms.ts';
import { callHere, declineNaming, stepBackFromCall, volunteer } from '#rooms/startpath/server/index.ts';
import { shownNamers } from '#rooms/startpath/call-shown.ts';
import { act } from '../act.ts';

export const load = async ({ locals: { who } }) => {
  const call = await callHere(who);
  return {
    call: call && {
      ...{ isOpen: call.isOpen, text: call.text, mine: call.mine },
      closes: formatDay(call.closesOn),
      named: shownNamers(call.namedBy),
    },
  };
};

const nothing = v.object({});

export const actions = {
  volunteer: (event) =>
    act(event, volunteerForm, async (who, { line }) => {
      await volunteer(who, line);
      return { to: `/${event.params.organisation}/oproep`, done: 'startpath_done_wanted' };
    }),
  stepBackFromCall: (event) =>
    act(event, nothing, async (who) => {
      await stepBackFromCall(who);
      return { to: `/${event.params.organisation}/oproep`, done: 'startpath_done_not_wanted' };
    }),
  declineNaming: (event) =>
    act(event, nothing, async (who) => {
      await declineNaming(who);
      return { to: `/${event.params.organisation}/oproep`, done: 'startpath_done_declined' };
    }),
};
