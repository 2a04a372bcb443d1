import { fail } from '@sveltejs/kit';
import { localDay } from '#platform/days.ts';
import { allow } from '#platform/errors.ts';
import { newPersonForm } from '#rooms/people/by-hand-forms.ts';
import { shownLike } from '#rooms/people/by-hand-shown.ts';
import { fullName } from '#rooms/people/name.ts';
import { addPerson, peopleLike } from '#rooms/people/server/index.ts';
import { act } from '../../act.ts';
import { workChoices } from '../choices.server.ts';

export const load = async ({ locals: { who, askedAt }, url }) => {
  allow(who.may('addPerson'));
  return {
    visits: url.searchParams.get('van') === 'elders',
    choices: await workChoices(who),
    values: { startsOn: localDay(askedAt) },
  };
};

export const actions = {
  addPerson: async (event) => {
    const refused = await act(event, newPersonForm, async (who, given) => {
      const id = await addPerson(who, given);
      const to = `/${event.params.organisation}/mensen/${id}`;
      return {
        to,
        done: {
          key: given.visitingFrom ? 'people_done_visits' : 'people_done_added',
          particulars: { name: fullName(given) },
        },
      };
    });
    const likes = await peopleLike(event.locals.who, refused.data.values);
    return fail(refused.status, { ...refused.data, likes: likes.map(shownLike) });
  },
};
