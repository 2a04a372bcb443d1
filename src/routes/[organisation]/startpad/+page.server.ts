import { planForm } from '#rooms/startpath/forms.ts';
import { planStart, startPathHere } from '#rooms/startpath/server/index.ts';
import { shownPath } from '#rooms/startpath/shown.ts';
import { act } from '../act.ts';

export const load = async ({ locals: { who } }) => ({
  path: shownPath(await startPathHere(who)),
  plans: who.may('planStart'),
});

export const actions = {
  planStart: (event) =>
    act(event, planForm, async (who, { day }) => {
      await planStart(who, day);
      return { to: `/${event.params.organisation}/startpad`, done: 'startpath_done_planned' };
    }),
};
