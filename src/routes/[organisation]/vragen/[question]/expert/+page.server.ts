import * as v from 'valibot';
import { callInForm } from '#rooms/helpline/helping-forms.ts';
import { choiceOf } from '#rooms/helpline/helping-shown.ts';
import { callIn, expertsToAsk, questionThread, stepBack } from '#rooms/helpline/server/index.ts';
import { act } from '../../../act.ts';

/** A helper asks somebody who knows more. */
export const load = async ({ locals: { who }, params }) => {
  const experts = await expertsToAsk(who, params.question);
  const { question, now } = await questionThread(who, params.question);
  return {
    id: question.id,
    title: question.title,
    underCover: question.underCover,
    experts: experts.map((one) => choiceOf(one, now)),
  };
};

const helping = ({ params }: { params: { organisation: string; question: string } }) =>
  `/${params.organisation}/vragen/${params.question}/helpen`;

export const actions = {
  callIn: (event) =>
    act(event, callInForm, async (who, input) => {
      await callIn(who, event.params.question, input);
      return { to: helping(event), done: 'helpline_done_asked_expert' };
    }),
  stepBack: (event) =>
    act(event, v.object({}), async (who) => {
      await stepBack(who, event.params.question);
      return { to: helping(event), done: 'helpline_done_stepped_back' };
    }),
};
