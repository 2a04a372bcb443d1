import * as v from 'valibot';
import { addDays, localDay } from '#platform/days.ts';
import { reminderForm } from '#rooms/helpline/helping-forms.ts';
import { reminderChoice } from '#rooms/helpline/helping-shown.ts';
import { cancelReminder, questionThread, remindMe, reminderMoments } from '#rooms/helpline/server/index.ts';
import { act } from '../../../act.ts';

/** When a helper wants to hear of a question again. */
export const load = async ({ locals: { who }, params }) => {
  const { choices, now } = await reminderMoments(who, params.question);
  const { question } = await questionThread(who, params.question);
  return {
    id: question.id,
    title: question.title,
    choices: choices.map((one) => reminderChoice(one, now)),
    firstDay: addDays(localDay(now), 1),
  };
};

const helping = ({ params }: { params: { organisation: string; question: string } }) =>
  `/${params.organisation}/vragen/${params.question}/helpen`;

export const actions = {
  remindMe: (event) =>
    act(event, reminderForm, async (who, input) => {
      await remindMe(who, event.params.question, input);
      return { to: helping(event), done: 'helpline_done_reminder' };
    }),
  cancelReminder: (event) =>
    act(event, v.object({}), async (who) => {
      await cancelReminder(who, event.params.question);
      return { to: helping(event), done: 'helpline_done_reminder_off' };
    }),
};
