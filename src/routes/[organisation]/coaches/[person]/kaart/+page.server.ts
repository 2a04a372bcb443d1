import { themeLabel, themes } from '#rooms/organisations/themes.ts';
import { cardForm } from '#rooms/people/card-forms.ts';
import { myNetworkCards } from '#rooms/networks/server/index.ts';
import { fullName } from '#rooms/people/name.ts';
import { cardHere, changeCard } from '#rooms/people/server/index.ts';
import { act } from '../../../act.ts';

export const load = async ({ locals: { who }, params }) => {
  const card = await cardHere(who, params.person);
  const isOwn = who.personId === card.personId;
  return {
    name: fullName(card),
    isOwn,
    networks: isOwn && who.may('myNetworkCards') ? await myNetworkCards(who) : [],
    chosen: card.themes,
    values: { about: card.about ?? '', phone: card.phone ?? '', place: card.place ?? '' },
    themes: themes.map((value) => ({ value, label: themeLabel(value) })),
  };
};

export const actions = {
  changeCard: (event) =>
    act(event, cardForm, async (who, change) => {
      const { organisation, person } = event.params;
      await changeCard(who, person, change);
      return { to: `/${organisation}/coaches/${person}`, done: 'people_done_card' };
    }),
};
