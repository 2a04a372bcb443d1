import { m } from '#messages';
import type { Actor } from '#platform/actor.ts';
import { presenceText, shownCoach, shownMoment } from '#rooms/people/card-shown.ts';
import { canMendCard } from '#rooms/people/card.ts';
import { fullName } from '#rooms/people/name.ts';
import { isHere } from '#rooms/people/presence.ts';
import { coachCard, whoHelpsMe, type CoachCard } from '#rooms/people/server/index.ts';
import { fromAuthority } from '#rooms/people/shown.ts';

export const load = async ({ locals: { who }, params }) => {
  const card = await coachCard(who, params.person);
  return {
    coach: shownCoach(card, card.now),
    sooner: await soonerOf(who, card),
    about: card.about,
    phone: card.phone,
    place: card.place,
    from: card.visitingFrom && fromAuthority(card.visitingFrom),
    dropIns: card.dropIns.map((moment) => shownMoment(moment, card.now)),
    isOwn: who.personId === card.personId,
    mends: who.may('changeCard') && canMendCard(who, card.personId),
  };
};

/** Whoever helps the reader before this coach is there again, in a sentence. */
async function soonerOf(who: Actor, { personId, there }: Pick<CoachCard, 'personId' | 'there'>) {
  if (isHere(there) || who.personId === personId) return null;
  const { first, now } = await whoHelpsMe(who);
  if (first.personId === personId || (there && first.from >= there.from)) return null;
  const { unitName: unit } = first;
  return m.people_sooner({ name: fullName(first), unit, presence: presenceText(first, now) });
}
