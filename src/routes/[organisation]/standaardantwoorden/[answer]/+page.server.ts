import { standardAnswerForm } from '#rooms/helpline/helping-forms.ts';
import { changeStandardAnswer, standardAnswerHere } from '#rooms/helpline/server/index.ts';
import { act } from '../../act.ts';

export const load = async ({ locals: { who }, params }) => ({
  answer: await standardAnswerHere(who, params.answer),
});

export const actions = {
  changeStandardAnswer: (event) =>
    act(event, standardAnswerForm, async (who, input) => {
      await changeStandardAnswer(who, event.params.answer, input);
      return { to: `/${event.params.organisation}/standaardantwoorden`, done: 'helpline_done_standard' };
    }),
};
