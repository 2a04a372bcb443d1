import { bodyIdentifiersForm, shownKbo } from '#rooms/organisations/identifiers.ts';
import { changeIdentifiers, identifiersHere } from '#rooms/people/server/index.ts';
import { act } from '../../act.ts';

export const load = async ({ locals: { who } }) => {
  const { bodies, listedNis } = await identifiersHere(who);
  return {
    listedNis,
    bodies: bodies.map(({ numbers, ...body }) => ({
      ...body,
      numbers: { ...numbers, kbo: numbers.kbo && shownKbo(numbers.kbo) },
    })),
  };
};

export const actions = {
  changeIdentifiers: (event) =>
    act(event, bodyIdentifiersForm, async (who, { employerId, ...numbers }) => {
      await changeIdentifiers(who, employerId || null, numbers);
      return { to: `/${event.params.organisation}/beheer/nummers`, done: 'organisations_done' };
    }),
};
