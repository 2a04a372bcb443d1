import * as v from 'valibot';
import { isId } from '#platform/ids.ts';
import { standardAnswerForm } from '#rooms/helpline/helping-forms.ts';
import {
  removeStandardAnswer,
  restoreStandardAnswer,
  standardAnswersHere,
  writeStandardAnswer,
} from '#rooms/helpline/server/index.ts';
import { canKeepShared } from '#rooms/helpline/standard-answers.ts';
import { act } from '../act.ts';

/** The texts somebody uses again and again, and those of everybody who helps. */
export const load = async ({ locals: { who }, url }) => {
  const removed = url.searchParams.get('removed');
  return {
    answers: await standardAnswersHere(who),
    keepsShared: canKeepShared(who),
    removed: isId(removed) ? removed : null,
  };
};

const one = v.object({ id: v.pipe(v.string(), v.uuid('ui_error_field')) });

export const actions = {
  writeStandardAnswer: (event) =>
    act(event, standardAnswerForm, async (who, input) => {
      await writeStandardAnswer(who, input);
      return { to: `/${event.params.organisation}/standaardantwoorden`, done: 'helpline_done_standard' };
    }),
  removeStandardAnswer: (event) =>
    act(event, one, async (who, { id }) => {
      await removeStandardAnswer(who, id);
      return { to: `/${event.params.organisation}/standaardantwoorden?removed=${id}` };
    }),
  restoreStandardAnswer: (event) =>
    act(event, one, async (who, { id }) => {
      await restoreStandardAnswer(who, id);
      return { to: `/${event.params.organisation}/standaardantwoorden`, done: 'helpline_done_restored' };
    }),
};
