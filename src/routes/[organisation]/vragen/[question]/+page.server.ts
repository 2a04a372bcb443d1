import { redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { m } from '#messages';
import { backForm } from '#rooms/helpline/forms.ts';
import { closeAsAsker, questionThread, tellIfAlone, writeBack } from '#rooms/helpline/server/index.ts';
import { chainOf, messagesOf, statusFor } from '#rooms/helpline/shown.ts';
import { isTheme, themeLabel } from '#rooms/organisations/themes.ts';
import { act } from '../../act.ts';

/** The asker's side of a question. Whoever helps has a page of their own. */
export const load = async ({ locals: { who }, params }) => {
  const thread = await questionThread(who, params.question);
  const { question } = thread;
  if (!question.isMine) redirect(307, `/${params.organisation}/vragen/${question.id}/helpen`);
  return {
    id: question.id,
    title: question.title,
    theme: isTheme(question.theme) ? themeLabel(question.theme) : null,
    state: question.state,
    status: statusFor(thread),
    chain: chainOf(thread),
    messages: messagesOf(thread),
    can: thread.can,
    holder: thread.holder?.firstName ?? m.helpline_a_coach(),
  };
};

type Event = { params: { organisation: string; question: string } };

const back = ({ params }: Event) => `/${params.organisation}/vragen/${params.question}`;

export const actions = {
  writeBack: async (event) => {
    // "Ik zit nog vast" needs no words: one press is enough for who has none left.
    const request = event.request.clone() as Request;
    const stuck = (await request.formData()).get('stuck') === 'true';
    const schema = stuck
      ? v.object({ ...backForm.entries, body: v.optional(backForm.entries.body, m.helpline_still_stuck()) })
      : backForm;
    return act(event, schema, async (who, input) => {
      await writeBack(who, event.params.question, input);
      return { to: back(event), done: input.stuck ? 'helpline_done_stuck' : 'helpline_done_written' };
    });
  },
  closeAsAsker: (event) =>
    act(event, v.object({ helped: v.boolean() }), async (who, input) => {
      await closeAsAsker(who, event.params.question, input);
      return { to: back(event) };
    }),
  tellIfAlone: (event) =>
    act(event, v.object({ alone: v.boolean() }), async (who, input) => {
      await tellIfAlone(who, event.params.question, input);
      return { to: back(event), done: 'helpline_done_told' };
    }),
};
