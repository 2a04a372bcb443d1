import { personIdForm, welcomeForm } from '#rooms/onboarding/welcome/forms.ts';
import { newcomerGroups, shownCoachBeginning } from '#rooms/onboarding/welcome/shown.ts';
import { newcomersHere, takeBackWelcome, welcomeNewcomers } from '#rooms/onboarding/server/index.ts';
import { act } from '../act.ts';

export const load = async ({ locals: { who } }) => {
  const here = await newcomersHere(who);
  return {
    groups: newcomerGroups(here),
    coaches: here.coaches.map(shownCoachBeginning),
    hasPaper: here.newcomers.some(({ hasEmail }) => !hasEmail),
  };
};

export const actions = {
  welcomeNewcomers: (event) =>
    act(event, welcomeForm, async (who, { personIds }) => {
      const { welcomed, withoutEmail } = await welcomeNewcomers(who, personIds);
      const key = withoutEmail > 0 ? 'welcome_done_welcomed_paper' : 'welcome_done_welcomed';
      const particulars = { count: String(welcomed), paper: String(withoutEmail) };
      return { to: `/${event.params.organisation}/onthaal`, done: { key, particulars } };
    }),
  takeBackWelcome: (event) =>
    act(event, personIdForm, async (who, { personId }) => {
      await takeBackWelcome(who, personId);
      return { to: `/${event.params.organisation}/onthaal`, done: 'welcome_done_taken_back' };
    }),
};
