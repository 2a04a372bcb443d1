import { isId } from '#platform/ids.ts';
import { organisationHere } from '#rooms/organisations/server/index.ts';
import { shownCard } from '#rooms/onboarding/welcome/shown-person.ts';
import { welcomeCards } from '#rooms/onboarding/server/index.ts';

export const load = async ({ locals: { who }, url }) => {
  const asked = url.searchParams.get('persoon');
  const personId = isId(asked) ? asked : null;
  const { cards, now } = await welcomeCards(who, personId);
  const { ictPhone } = await organisationHere(who);
  return { personId, cards: cards.map((card) => shownCard(card, now)), ictPhone };
};
