import * as v from 'valibot';
import { allow } from '#platform/errors.ts';
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
  const { body, edition, isOwn, isAside } = await stepTextHere(who, step);
  return { number: params.step, title: stepWords(step).title, body, edition, isOwn, isAside };
};

const step = ({ params }: StepEvent) => `/${params.organisation}/startpad/${params.step}`;
const nothing = v.object({});

export const actions = {
  writeStepText: (event) =>
    act(event, textForm, async (who, change) => {
      await writeStepText(who, writtenHere(event.params), change);
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
