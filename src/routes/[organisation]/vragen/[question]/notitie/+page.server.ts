import { Forbidden } from '#platform/errors.ts';
import { noteForm } from '#rooms/helpline/helping-forms.ts';
import { questionThread, writeNote } from '#rooms/helpline/server/index.ts';
import { act } from '../../../act.ts';

export const load = async ({ locals: { who }, params }) => {
  const { question, can } = await questionThread(who, params.question);
  if (!can.writeNote) throw new Forbidden();
  return { id: question.id, title: question.title };
};

export const actions = {
  writeNote: (event) =>
    act(event, noteForm, async (who, input) => {
      const { organisation, question } = event.params;
      await writeNote(who, question, input);
      return { to: `/${organisation}/vragen/${question}/helpen`, done: 'helpline_done_note' };
    }),
};
