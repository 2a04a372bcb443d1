import * as v from 'valibot';
import { sharedAnswerHere, thisAnswerHelps } from '#rooms/helpline/server/index.ts';
import { themeLabel } from '#rooms/organisations/themes.ts';
import { act } from '../../act.ts';

export const load = async ({ locals: { who }, params }) => {
  const answer = await sharedAnswerHere(who, params.answer);
  return { title: answer.title, body: answer.body, theme: themeLabel(answer.theme) };
};

export const actions = {
  thisAnswerHelps: (event) =>
    act(event, v.object({}), async (who) => {
      await thisAnswerHelps(who, event.params.answer);
      return {
        to: `/${event.params.organisation}/antwoorden/${event.params.answer}`,
        done: 'helpline_done_helped',
      };
    }),
};
