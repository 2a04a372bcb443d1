import { coachesForm } from '#rooms/people/forms.ts';
import { nameCoaches, unitsToCoach } from '#rooms/people/server/index.ts';
import { act } from '../../act.ts';

export const load = async ({ locals: { who } }) => ({ units: await unitsToCoach(who) });

export const actions = {
  nameCoaches: (event) =>
    act(event, coachesForm, async (who, { coach }) => {
      await nameCoaches(who, coach);
      return { to: `/${event.params.organisation}/inrichten`, done: 'onboarding_coaches_done' };
    }),
};
