import * as v from 'valibot';
import { buddyForm, tickForm } from '#rooms/onboarding/welcome/forms.ts';
import { shownWelcome } from '#rooms/onboarding/welcome/shown-person.ts';
import { nameBuddy, setAsideNewcomer, tickWelcomeStep, welcomeOf } from '#rooms/onboarding/server/index.ts';
import { act } from '../../act.ts';

export const load = async ({ locals: { who }, params: { person } }) =>
  shownWelcome(await welcomeOf(who, person), who);

export const actions = {
  /** The last step of a list leads back to who else is new, with the way to undo it. */
  tick: (event) =>
    act(event, tickForm, async (who, { step, done }) => {
      const ticked = await tickWelcomeStep(who, step, done);
      const all = `/${event.params.organisation}/onthaal`;
      const here = `${all}/${event.params.person}`;
      if (!ticked.isFinished) return { to: `${here}#stap-${step}` };
      const undo = { action: `${here}?/tick`, label: 'welcome_undo', fields: { step, done: 'false' } };
      return { to: all, done: { key: 'welcome_done_finished', particulars: { name: ticked.name }, undo } };
    }),
  nameBuddy: (event) =>
    act(event, buddyForm, async (who, { buddyId }) => {
      const { organisation, person } = event.params;
      await nameBuddy(who, person, buddyId);
      return { to: `/${organisation}/onthaal/${person}`, done: 'welcome_done_buddy' };
    }),
  setAsideNewcomer: (event) =>
    act(event, v.object({}), async (who) => {
      const { organisation, person } = event.params;
      await setAsideNewcomer(who, person);
      const all = `/${organisation}/onthaal`;
      const fields = { personId: person };
      const undo = { action: `${all}?/takeBackWelcome`, label: 'welcome_undo', fields };
      return { to: all, done: { key: 'welcome_done_set_aside', undo } };
    }),
};
