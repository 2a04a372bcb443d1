import { Forbidden } from '#platform/errors.ts';
import { releaseForm } from '#rooms/helpline/forms.ts';
import { questionThread, releaseAnswer } from '#rooms/helpline/server/index.ts';
import { answersIn } from '#rooms/helpline/seen.ts';
import { act } from '../../../act.ts';

/** An answer is given to everybody, in the coach's own wording. */
export const load = async ({ locals: { who }, params }) => {
  const thread = await questionThread(who, params.question);
  if (!thread.can.release) throw new Forbidden();
  return {
    id: thread.question.id,
    title: thread.sharedAnswer?.title ?? thread.question.title,
    body: thread.sharedAnswer?.body ?? answersIn(thread).join('\n\n'),
  };
};

export const actions = {
  releaseAnswer: (event) =>
    act(event, releaseForm, async (who, input) => {
      const answerId = await releaseAnswer(who, event.params.question, input);
      return { to: `/${event.params.organisation}/antwoorden/${answerId}`, done: 'helpline_done_shared' };
    }),
};
