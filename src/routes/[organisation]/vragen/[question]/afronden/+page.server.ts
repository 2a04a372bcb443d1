import { redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { closeAsHelper, questionThread, undoClose } from '#rooms/helpline/server/index.ts';
import { fullName } from '#rooms/people/name.ts';
import { act } from '../../../act.ts';

/** "Mondeling opgelost": asked once more before it closes. */
export const load = async ({ locals: { who }, params }) => {
  const { question, asker, can } = await questionThread(who, params.question);
  if (!can.closeAsHelper) redirect(307, `/${params.organisation}/vragen/${question.id}/helpen`);
  return { id: question.id, title: question.title, asker: fullName(asker) };
};

const nothing = v.object({});
const helping = ({ params }: { params: { organisation: string; question: string } }) =>
  `/${params.organisation}/vragen/${params.question}/helpen`;

export const actions = {
  closeAsHelper: (event) =>
    act(event, nothing, async (who) => {
      await closeAsHelper(who, event.params.question);
      return { to: helping(event), done: 'helpline_done_closed' };
    }),
  undoClose: (event) =>
    act(event, nothing, async (who) => {
      await undoClose(who, event.params.question);
      return { to: helping(event), done: 'helpline_done_reopened' };
    }),
};
