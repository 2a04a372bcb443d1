import { redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { m } from '#messages';
import { callingShown } from '#rooms/helpline/calling.ts';
import { backForm, numberForm } from '#rooms/helpline/forms.ts';
import { keptHidden, keptInShort } from '#rooms/helpline/kept.ts';
import {
  closeAsAsker,
  questionThread,
  tellIfAlone,
  urgentContacts,
  writeBack,
} from '#rooms/helpline/server/index.ts';
import { chainOf, messagesOf, statusFor } from '#rooms/helpline/shown.ts';
import { isTheme, themeLabel } from '#rooms/organisations/themes.ts';
import { fullName } from '#rooms/people/name.ts';
import { act } from '../../act.ts';

/** The asker's side of a question. Whoever helps has a page of their own. */
export const load = async ({ locals: { who }, params }) => {
  const thread = await questionThread(who, params.question);
  const { question, seesName } = thread;
  if (!question.isMine) redirect(307, `/${params.organisation}/vragen/${question.id}/helpen`);
  const { returnedTo, splitOff } = thread.ties;
  if (returnedTo) redirect(307, `/${params.organisation}/vragen/${returnedTo.id}`);
  const isUrgent = question.urgent !== null && ['waiting', 'claimed'].includes(question.state);
  return {
    id: question.id,
    title: question.title,
    theme: isTheme(question.theme) ? themeLabel(question.theme) : null,
    state: question.state,
    together: question.mergedInto !== null && ['waiting', 'claimed'].includes(question.state),
    splitOff,
    urgent: isUrgent ? { kind: question.urgent!, contacts: await urgentContacts(who) } : null,
    // What cannot wait has no clock: the numbers come first.
    status: isUrgent ? statusFor(thread).slice(0, 1) : statusFor(thread),
    chain: isUrgent ? chainOf(thread).filter(({ state }) => state !== 'next') : chainOf(thread),
    kept: {
      short: keptInShort(question, seesName),
      sentences: keptHidden(question, thread),
    },
    seesName: fullName(seesName),
    calling: callingShown(thread),
    messages: messagesOf(thread),
    can: { ...thread.can, chooseCoach: thread.can.chooseCoach && !isUrgent },
    holder: fullName(thread.holder) ?? m.helpline_a_coach_within(),
  };
};

type Event = { params: { organisation: string; question: string } };

const back = ({ params }: Event) => `/${params.organisation}/vragen/${params.question}`;

export const actions = {
  writeBack: async (event) => {
    const request = event.request.clone() as Request;
    const sent = await request.formData().catch(() => new FormData());
    if (sent.has('phone'))
      return act(event, numberForm, async (who, { phone }) => {
        await writeBack(who, event.params.question, { body: m.helpline_call_me_on({ phone }), stuck: false });
        return { to: back(event), done: 'helpline_done_written' };
      });
    // "Ik zit nog vast" needs no words: one press is enough for who has none left.
    const schema =
      sent.get('stuck') === 'true'
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
