import * as v from 'valibot';
import { giveForm } from '#rooms/helpline/helping-forms.ts';
import { choiceOf } from '#rooms/helpline/helping-shown.ts';
import { giveQuestion, helpersToGive, questionThread, takeBack } from '#rooms/helpline/server/index.ts';
import { fullName } from '#rooms/people/name.ts';
import { act } from '../../../act.ts';
import { takingBack } from '../undo.ts';

/** A helper gives a question to somebody else. */
export const load = async ({ locals: { who }, params }) => {
  const helpers = await helpersToGive(who, params.question);
  const { question, now } = await questionThread(who, params.question);
  return { id: question.id, title: question.title, helpers: helpers.map((one) => choiceOf(one, now)) };
};

const helping = ({ params }: { params: { organisation: string; question: string } }) =>
  `/${params.organisation}/vragen/${params.question}/helpen`;

export const actions = {
  giveQuestion: (event) =>
    act(event, giveForm, async (who, { personId }) => {
      const name = fullName(await giveQuestion(who, event.params.question, personId));
      const done = { key: 'helpline_done_given', particulars: { name }, undo: takingBack(event) };
      return { to: helping(event), done };
    }),
  takeBack: (event) =>
    act(event, v.object({}), async (who) => {
      const name = fullName(await takeBack(who, event.params.question));
      return { to: helping(event), done: { key: 'helpline_done_taken_back', particulars: { name } } };
    }),
};
