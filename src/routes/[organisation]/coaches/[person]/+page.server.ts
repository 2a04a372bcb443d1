import { canMendCard } from '#rooms/people/card.ts';
import { shownCoach, shownMoment } from '#rooms/people/card-shown.ts';
import { coachCard } from '#rooms/people/server/index.ts';

export const load = async ({ locals: { who }, params }) => {
  const card = await coachCard(who, params.person);
  return {
    coach: shownCoach(card, card.now),
    about: card.about,
    phone: card.phone,
    place: card.place,
    dropIns: card.dropIns.map((moment) => shownMoment(moment, card.now)),
    isOwn: who.personId === card.personId,
    mends: who.may('changeCard') && canMendCard(who, card.personId),
  };
};
