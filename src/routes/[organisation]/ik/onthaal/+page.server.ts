import { tickForm } from '#rooms/onboarding/welcome/forms.ts';
import { shownMine } from '#rooms/onboarding/welcome/shown-mine.ts';
import { myWelcome, tickWelcomeStep } from '#rooms/onboarding/server/index.ts';
import { act } from '../../act.ts';

export const load = async ({ locals: { who } }) => shownMine(await myWelcome(who), who);

export const actions = {
  /** An own step stays where it is; what one did for a newcomer may be gone from the page, and can be undone. */
  tick: (event) =>
    act(event, tickForm, async (who, { step, done }) => {
      const here = `/${event.params.organisation}/ik/onthaal`;
      const { personId } = await tickWelcomeStep(who, step, done);
      if (personId === who.personId || !done) return { to: `${here}#stap-${step}` };
      const undo = { action: `${here}?/tick`, label: 'welcome_undo', fields: { step, done: 'false' } };
      return { to: here, done: { key: 'welcome_done_tick', undo } };
    }),
};
