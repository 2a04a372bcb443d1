import { redirect } from '@sveltejs/kit';
import { m } from '#messages';
import { formatMoment } from '#platform/dates.ts';
import { chooseCoachForm } from '#rooms/helpline/forms.ts';
import { chooseCoach, otherCoaches, questionThread, type CoachChoice } from '#rooms/helpline/server/index.ts';
import { fullName } from '#rooms/people/name.ts';
import { act } from '../../../act.ts';

/** The asker picks another coach, while the question waits. */
export const load = async ({ locals: { who }, params }) => {
  const { question, can, seesName, now } = await questionThread(who, params.question);
  if (!can.chooseCoach) redirect(307, back(params));
  const coaches = await otherCoaches(who, question.id);
  return {
    id: question.id,
    title: question.title,
    coaches: coaches.map((coach) => optionOf(coach, now)),
    hint:
      question.underCover && seesName ? m.helpline_other_coach_sees({ name: fullName(seesName) }) : undefined,
  };
};

const optionOf = (coach: CoachChoice, now: Date) => ({
  value: coach.personId,
  label: [
    fullName(coach),
    coach.unitName,
    coach.thereNow
      ? m.helpline_choose_there_now()
      : m.helpline_choose_there_from({ when: formatMoment(coach.from, now) }),
  ].join(' · '),
});

const back = ({ organisation, question }: { organisation: string; question: string }) =>
  `/${organisation}/vragen/${question}`;

export const actions = {
  chooseCoach: (event) =>
    act(event, chooseCoachForm, async (who, input) => {
      await chooseCoach(who, event.params.question, input);
      return { to: back(event.params), done: 'helpline_done_coach_chosen' };
    }),
};
