import type { Actor } from '#platform/actor.ts';
import { answersIn } from '#rooms/helpline/seen.ts';
import { questionThread } from '#rooms/helpline/server/index.ts';
import { isTheme } from '#rooms/organisations/themes.ts';
import { fieldsOf, tipForm } from '#rooms/tips/forms.ts';
import { writeTip } from '#rooms/tips/server/index.ts';
import { canCheckTips } from '#rooms/tips/tip.ts';
import { act } from '../../act.ts';
import { tipChoices } from '../choices.server.ts';

export const load = async ({ locals: { who, here }, url }) => ({
  tip: fieldsOf(await begin(who, url.searchParams.get('question'))),
  choices: await tipChoices(who, { unitId: here.unitId }),
  publishes: canCheckTips(who),
});

/** Empty, or from the answer to a question that this person may share. */
async function begin(who: Actor, questionId: string | null) {
  if (!questionId) return {};
  const thread = await questionThread(who, questionId);
  const { question, can } = thread;
  return {
    title: question.title,
    body: can.release ? answersIn(thread).join('\n\n') : '',
    theme: isTheme(question.theme) ? question.theme : undefined,
  };
}

export const actions = {
  writeTip: (event) =>
    act(event, tipForm, async (who, input) => {
      const { id } = await writeTip(who, input);
      const done = canCheckTips(who) ? 'tips_done_published' : 'tips_done_draft';
      return { to: `/${event.params.organisation}/tips/${id}`, done };
    }),
};
