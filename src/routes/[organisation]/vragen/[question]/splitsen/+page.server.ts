import { redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { questionThread, splitQuestion, undoSplit } from '#rooms/helpline/server/index.ts';
import { formatMoment } from '#platform/dates.ts';
import { fullName } from '#rooms/people/name.ts';
import { act } from '../../../act.ts';

/** Choosing which messages of the asker become a question of their own. */
export const load = async ({ locals: { who }, params }) => {
  const { question, messages, asker, can, now } = await questionThread(who, params.question);
  if (!can.split) redirect(303, `/${params.organisation}/vragen/${params.question}/helpen`);
  return {
    id: question.id,
    title: question.title,
    asker: fullName(asker),
    messages: messages
      .filter(({ sender }) => sender === 'asker')
      .map(({ id, body, writtenAt }) => ({ value: id, label: body, hint: formatMoment(writtenAt, now) })),
  };
};

export const actions = {
  splitQuestion: (event) =>
    act(event, v.object({ messages: v.array(v.string()) }), async (who, input) => {
      const { organisation, question } = event.params;
      const id = await splitQuestion(who, question, input);
      return { to: `/${organisation}/vragen/${id}/helpen`, done: 'helpline_done_split' };
    }),
  undoSplit: (event) =>
    act(event, v.object({ split: v.string() }), async (who, { split }) => {
      const id = await undoSplit(who, split);
      return { to: `/${event.params.organisation}/vragen/${id}/helpen`, done: 'helpline_done_split_undone' };
    }),
};
