import { redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { answerForm } from '#rooms/helpline/forms.ts';
import {
  answerQuestion,
  claimQuestion,
  closeAsHelper,
  passOn,
  questionThread,
  suggestAnswers,
} from '#rooms/helpline/server/index.ts';
import { afterwards, chainOf, messagesOf, whyFor } from '#rooms/helpline/shown.ts';
import { themeLabel, themes } from '#rooms/organisations/themes.ts';
import { act } from '../../../act.ts';

/** The helper's side of a question. */
export const load = async ({ locals: { who }, params }) => {
  const thread = await questionThread(who, params.question);
  const { question } = thread;
  if (question.isMine) redirect(307, `/${params.organisation}/vragen/${question.id}`);
  const alike = await suggestAnswers(who, question.body);
  return {
    id: question.id,
    title: question.title,
    theme: question.theme,
    themes: themes.map((value) => ({ value, label: themeLabel(value) })),
    unitName: thread.unitName,
    state: question.state,
    why: question.holderId === who.personId ? whyFor(thread) : null,
    afterwards: question.holderId === who.personId ? afterwards(thread) : null,
    holder: thread.holder?.firstName ?? null,
    chain: chainOf(thread),
    messages: messagesOf(thread),
    asker: thread.asker?.firstName ?? null,
    alike: alike.filter(({ id }) => id !== thread.sharedAnswer?.id),
    shared: thread.sharedAnswer !== null,
    can: thread.can,
  };
};

type Event = { params: { organisation: string; question: string } };

const here = ({ params }: Event) => `/${params.organisation}/vragen/${params.question}/helpen`;
const nothing = v.object({});

export const actions = {
  claimQuestion: (event) =>
    act(event, nothing, async (who) => {
      await claimQuestion(who, event.params.question);
      return { to: here(event), done: 'helpline_done_claimed' };
    }),
  answerQuestion: (event) =>
    act(event, answerForm, async (who, input) => {
      await answerQuestion(who, event.params.question, input);
      return { to: here(event), done: 'helpline_done_answered' };
    }),
  passOn: (event) =>
    act(event, nothing, async (who) => {
      await passOn(who, event.params.question);
      return { to: `/${event.params.organisation}/vragen`, done: 'helpline_done_passed' };
    }),
  closeAsHelper: (event) =>
    act(event, nothing, async (who) => {
      await closeAsHelper(who, event.params.question);
      return { to: here(event), done: 'helpline_done_closed' };
    }),
};
