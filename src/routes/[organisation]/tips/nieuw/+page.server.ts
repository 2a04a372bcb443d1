import { themeLabel, themes } from '#rooms/organisations/themes.ts';
import { questionThread } from '#rooms/helpline/server/index.ts';
import { canCheckTips } from '#rooms/tips/tip.ts';
import { tipForm } from '#rooms/tips/forms.ts';
import { writeTip } from '#rooms/tips/server/index.ts';
import type { Actor } from '#platform/actor.ts';
import { act } from '../../act.ts';

export const load = async ({ locals: { who }, url }) => ({
  tip: await begin(who, url.searchParams.get('question')),
  themes: themes.map((value) => ({ value, label: themeLabel(value) })),
  publishes: canCheckTips(who),
});

/** Empty, or from the answer to a question that this person may share. */
async function begin(who: Actor, questionId: string | null) {
  if (!questionId) return { title: '', body: '', theme: 'other' };
  const { question, messages, can } = await questionThread(who, questionId);
  const said = can.release ? messages.filter(({ sender }) => sender === 'helper') : [];
  return {
    title: question.title,
    body: said.map(({ body }) => body).join('\n\n'),
    theme: question.theme ?? 'other',
  };
}

export const actions = {
  writeTip: (event) =>
    act(event, tipForm, async (who, input) => {
      const id = await writeTip(who, input);
      const done = canCheckTips(who) ? 'tips_done_published' : 'tips_done_draft';
      return { to: `/${event.params.organisation}/tips/${id}`, done };
    }),
};
