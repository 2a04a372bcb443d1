import * as v from 'valibot';
import { allow } from '#platform/errors.ts';
import { placesToFill, withPlaces } from '#rooms/startpath/filling.ts';
import { textForm } from '#rooms/startpath/forms.ts';
import { stepWords } from '#rooms/startpath/labels.ts';
import {
  putBackStepText,
  restartStepText,
  stepTextHere,
  writeStepText,
} from '#rooms/startpath/server/index.ts';
import { act } from '../../../act.ts';
import { writtenHere, type StepEvent } from '../../step-here.server.ts';

export const load = async ({ locals: { who }, params }) => {
  const step = writtenHere(params);
  allow(who.may('writeStepText'));
  const { filled, ...text } = await stepTextHere(who, step);
  return {
    ...{ number: params.step, title: stepWords(step).title, ...text },
    places: placesToFill(step, filled),
  };
};

const step = ({ params }: StepEvent) => `/${params.organisation}/startpad/${params.step}`;
const nothing = v.object({});

export const actions = {
  writeStepText: (event) =>
    act(event, textForm, async (who, { body, edition, place, typed }) => {
      await writeStepText(who, writtenHere(event.params), { body: withPlaces(body, place, typed), edition });
      return { to: step(event), done: 'startpath_done_text' };
    }),
  restartStepText: (event) =>
    act(event, nothing, async (who) => {
      await restartStepText(who, writtenHere(event.params));
      return { to: `${step(event)}/tekst`, done: 'startpath_done_restart' };
    }),
  putBackStepText: (event) =>
    act(event, nothing, async (who) => {
      await putBackStepText(who, writtenHere(event.params));
      return { to: `${step(event)}/tekst`, done: 'startpath_done_put_back' };
    }),
};
