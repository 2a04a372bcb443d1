import * as v from 'valibot';
import { callInForm, withdrawCallInForm } from '#rooms/helpline/helping-forms.ts';
import { choiceOf } from '#rooms/helpline/helping-shown.ts';
import {
  callIn,
  expertsToAsk,
  questionThread,
  stepBack,
  withdrawCallIn,
} from '#rooms/helpline/server/index.ts';
import { fullName } from '#rooms/people/name.ts';
import { act } from '../../../act.ts';
import { withdrawingAdvice } from '../undo.ts';

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
      const expert = await callIn(who, event.params.question, input);
      const undo = withdrawingAdvice(event, expert.personId);
      const particulars = { name: fullName(expert) };
      return { to: helping(event), done: { key: 'helpline_done_asked_expert', particulars, undo } };
    }),
  withdrawCallIn: (event) =>
    act(event, withdrawCallInForm, async (who, { personId }) => {
      const name = fullName(await withdrawCallIn(who, event.params.question, personId));
      return { to: helping(event), done: { key: 'helpline_done_advice_withdrawn', particulars: { name } } };
    }),
  stepBack: (event) =>
    act(event, v.object({}), async (who) => {
      await stepBack(who, event.params.question);
      return { to: helping(event), done: 'helpline_done_stepped_back' };
    }),
};
