import * as v from 'valibot';
import { itemForm, moveForm } from '#rooms/onboarding/welcome/forms.ts';
import {
  changeWelcomeItem,
  moveWelcomeItem,
  removeWelcomeItem,
  welcomeItemHere,
} from '#rooms/onboarding/server/index.ts';
import { act } from '../../../act.ts';

export const load = async ({ locals: { who }, params }) => ({
  item: await welcomeItemHere(who, params.item),
});

export const actions = {
  changeWelcomeItem: (event) =>
    act(event, itemForm, async (who, given) => {
      await changeWelcomeItem(who, event.params.item, given);
      return { to: `/${event.params.organisation}/onthaal/lijst`, done: 'welcome_done_changed' };
    }),
  moveWelcomeItem: (event) =>
    act(event, moveForm, async (who, { way }) => {
      const { organisation, item } = event.params;
      await moveWelcomeItem(who, item, way);
      return { to: `/${organisation}/onthaal/lijst#stap-${item}` };
    }),
  removeWelcomeItem: (event) =>
    act(event, v.object({}), async (who) => {
      const { organisation, item } = event.params;
      await removeWelcomeItem(who, item);
      const list = `/${organisation}/onthaal/lijst`;
      const undo = { action: `${list}?/restoreWelcomeItem`, label: 'welcome_undo', fields: { item } };
      return { to: list, done: { key: 'welcome_done_removed', undo } };
    }),
};
