import * as v from 'valibot';
import { formatDay } from '#platform/dates.ts';
import { openPlaces } from '#rooms/startpath/document.ts';
import { moveForm, tickForm } from '#rooms/startpath/forms.ts';
import {
  callStands,
  moveStep,
  startPathHere,
  stepTextHere,
  tickStep,
  untickStep,
} from '#rooms/startpath/server/index.ts';
import { shownStep } from '#rooms/startpath/shown.ts';
import { isWritten, stepNumber } from '#rooms/startpath/steps.ts';
import { act } from '../../act.ts';
import { stepHere, type StepEvent } from '../step-here.server.ts';

export const load = async ({ locals: { who }, params }) => {
  const step = stepHere(params);
  const path = await startPathHere(who);
  const text = isWritten(step) ? await stepTextHere(who, step) : null;
  const call = step === 'call' ? await callStands(who) : null;
  return {
    shown: shownStep(step, path),
    text: text && { filled: text.filled, isOwn: text.isOwn, open: openPlaces(text.filled) },
    call: call && { isOpen: call.isOpen, closes: formatDay(call.closesOn) },
    keeps: who.may('tickStep'),
    can: {
      units: who.may('changeUnitHours'),
      staffList: who.may('previewStaffList'),
      volunteers: who.may('volunteersHere'),
      giveRole: who.may('giveRole'),
    },
  };
};

const here = ({ params }: StepEvent) => `/${params.organisation}/startpad/${params.step}`;

export const actions = {
  tickStep: (event) =>
    act(event, tickForm, async (who, { day }) => {
      const step = stepHere(event.params);
      await tickStep(who, step, day);
      const particulars = { number: String(stepNumber(step)) };
      const undo = { action: `${here(event)}?/untickStep`, label: 'startpath_undo' };
      return { to: here(event), done: { key: 'startpath_done_tick', particulars, undo } };
    }),
  untickStep: (event) =>
    act(event, v.object({}), async (who) => {
      const step = stepHere(event.params);
      await untickStep(who, step);
      const particulars = { number: String(stepNumber(step)) };
      return { to: here(event), done: { key: 'startpath_done_untick', particulars } };
    }),
  moveStep: (event) =>
    act(event, moveForm, async (who, { day }) => {
      await moveStep(who, stepHere(event.params), day ?? null);
      return { to: here(event), done: 'startpath_done_moved' };
    }),
};
