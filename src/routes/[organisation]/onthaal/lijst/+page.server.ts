import * as v from 'valibot';
import { itemForm, itemIdForm } from '#rooms/onboarding/welcome/forms.ts';
import { shownList } from '#rooms/onboarding/welcome/shown.ts';
import {
  addWelcomeItem,
  exampleWelcomeList,
  ownWelcomeList,
  restoreWelcomeItem,
  welcomeListHere,
} from '#rooms/onboarding/server/index.ts';
import { act } from '../../act.ts';

export const load = async ({ locals: { who } }) => shownList(await welcomeListHere(who));

const here = (organisation: string) => `/${organisation}/onthaal/lijst`;

export const actions = {
  ownWelcomeList: (event) =>
    act(event, v.object({}), async (who) => {
      await ownWelcomeList(who);
      return { to: here(event.params.organisation), done: 'welcome_done_own' };
    }),
  exampleWelcomeList: (event) =>
    act(event, v.object({}), async (who) => {
      await exampleWelcomeList(who);
      return { to: here(event.params.organisation), done: 'welcome_done_example' };
    }),
  addWelcomeItem: (event) =>
    act(event, itemForm, async (who, given) => {
      await addWelcomeItem(who, given);
      return { to: here(event.params.organisation), done: 'welcome_done_added' };
    }),
  restoreWelcomeItem: (event) =>
    act(event, itemIdForm, async (who, { item }) => {
      await restoreWelcomeItem(who, item);
      return { to: here(event.params.organisation), done: 'welcome_done_restored' };
    }),
};
