import * as v from 'valibot';
import { formatDay } from '#platform/dates.ts';
import { addDays } from '#platform/days.ts';
import { allow } from '#platform/errors.ts';
import { openPlaces } from '#rooms/startpath/document.ts';
import { closesForm } from '#rooms/startpath/forms.ts';
import { openDayFrom } from '#rooms/startpath/plan.ts';
import {
  callStands,
  changeCallClosing,
  closeCall,
  openCall,
  startPathHere,
  stepTextHere,
} from '#rooms/startpath/server/index.ts';
import { stepNumber } from '#rooms/startpath/steps.ts';
import { act } from '../../act.ts';

const usualDays = 21;

export const load = async ({ locals: { who }, params, url }) => {
  allow(who.may('openCall'));
  const { decidesOn, steps, today } = await startPathHere(who);
  const call = await callStands(who);
  const { filled } = await stepTextHere(who, 'call');
  // The closing day is filled in once there is one.
  const open = openPlaces(filled) - (call ? 0 : 1);
  return {
    number: stepNumber('call'),
    call: call && { isOpen: call.isOpen, closesOn: call.closesOn, closes: formatDay(call.closesOn) },
    suggested: openDayFrom(addDays(today, usualDays), new Set()),
    ...{ today, isPlanned: decidesOn !== null, hasPlaces: open > 0 },
    isConsulted: steps.some(({ step, doneOn }) => step === 'consultation' && doneOn !== null),
    seesVolunteers: who.may('volunteersHere'),
    readAt: `${url.origin}/${params.organisation}/oproep`,
  };
};

type Event = { params: { organisation: string } };

const here = ({ params }: Event) => `/${params.organisation}/startpad/oproep`;

export const actions = {
  openCall: (event) =>
    act(event, closesForm, async (who, { closesOn }) => {
      await openCall(who, closesOn);
      return { to: here(event), done: 'startpath_done_call_open' };
    }),
  changeCallClosing: (event) =>
    act(event, closesForm, async (who, { closesOn }) => {
      await changeCallClosing(who, closesOn);
      return { to: here(event), done: 'startpath_done_call_changed' };
    }),
  closeCall: (event) =>
    act(event, v.object({}), async (who) => {
      await closeCall(who);
      return { to: here(event), done: 'startpath_done_call_closed' };
    }),
};
