import { redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { mergeQuestions, questionsToMerge, questionThread, undoMerge } from '#rooms/helpline/server/index.ts';
import { helperRow, messagesOf } from '#rooms/helpline/shown.ts';
import { fullName } from '#rooms/people/name.ts';
import { act } from '../../../act.ts';

const longestSearch = 300;

/**
 * Choosing what goes together with this question; with one chosen, both side by side before anything happens. After a
 * try that came too late the page stays, to say so.
 */
export const load = async ({ locals: { who }, params, url, request }) => {
  const lead = await questionThread(who, params.question);
  const canLead = lead.can.lead;
  if (!canLead && request.method !== 'POST')
    redirect(303, `/${params.organisation}/vragen/${params.question}/helpen`);
  const search = (url.searchParams.get('zoek') ?? '').trim().slice(0, longestSearch);
  const chosen = url.searchParams.get('met');
  const other = chosen ? await questionThread(who, chosen) : null;
  const found = other || !canLead ? null : await questionsToMerge(who, lead.question.id, { search });
  return {
    id: lead.question.id,
    search,
    canLead,
    lead: side(lead),
    other: other && side(other),
    alike: found?.alike.map((row) => helperRow(row, found.now)) ?? [],
    others: found?.others.map((row) => helperRow(row, found.now)) ?? [],
  };
};

type Thread = Awaited<ReturnType<typeof questionThread>>;

const side = (thread: Thread) => ({
  id: thread.question.id,
  title: thread.question.title,
  unitName: thread.unitName,
  asker: fullName(thread.asker),
  messages: messagesOf(thread),
});

export const actions = {
  mergeQuestions: (event) =>
    act(event, v.object({ from: v.string() }), async (who, { from }) => {
      const { organisation, question } = event.params;
      await mergeQuestions(who, { fromId: from, intoId: question });
      return { to: `/${organisation}/vragen/${question}/helpen?van=${from}`, done: 'helpline_done_merged' };
    }),
  undoMerge: (event) =>
    act(event, v.object({ merge: v.string() }), async (who, { merge }) => {
      const { intoId } = await undoMerge(who, merge);
      const to = `/${event.params.organisation}/vragen/${intoId}/helpen`;
      return { to, done: 'helpline_done_merge_undone' };
    }),
};
