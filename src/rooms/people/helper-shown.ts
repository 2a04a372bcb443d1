// Who helps, in words, for the strip on the start page. Pure.
import { m } from '#messages';
import { formatClock, formatMoment } from '#platform/dates.ts';
import type { Reason } from './candidates.ts';
import { fullName, initialsOf, type Name } from './name.ts';
import { isHere, type Presence } from './presence.ts';

/** Who helps, as a card shows it. */
export type HelperCard = Name &
  Presence & {
    personId: string;
    unitName: string;
    place: string | null;
    phone: string | null;
    reason: Reason;
  };

/** These help as coach or expert, so they have a page of their own. */
const withCard: readonly Reason['kind'][] = ['own_coach', 'neighbour', 'pool', 'expert'];

export const shownHelper = (card: HelperCard, now: Date) => ({
  personId: card.personId,
  name: fullName(card),
  initials: initialsOf(card),
  unitName: card.unitName,
  isOwn: card.reason.kind === 'own_coach',
  hasCard: withCard.includes(card.reason.kind),
  place: card.place,
  phone: card.phone,
  thereNow: card.thereNow,
  isHere: isHere(card),
  presence: presenceOf(card, now),
});

export type ShownHelper = ReturnType<typeof shownHelper>;

/** When the own coach is there again, for whoever is helped by somebody else meanwhile. Never why. */
export const ownBack = (own: HelperCard | null, now: Date): string | null => {
  // There, and yet not the first: how much they have to do is nobody's business.
  if (!own || own.thereNow) return null;
  const name = fullName(own);
  if (own.leavesAt) return m.people_own_coach_leaving({ name, time: formatClock(own.leavesAt) });
  return m.people_own_coach_back({ name, when: formatMoment(own.from, now) });
};

function presenceOf({ thereNow, until, from, leavesAt, ...card }: HelperCard, now: Date): string {
  if (leavesAt)
    return m.people_is_there_leaving({
      ...{ name: fullName(card), time: formatClock(leavesAt), when: formatMoment(from, now) },
    });
  if (!thereNow) return m.people_is_there_from({ when: formatMoment(from, now) });
  return until ? m.people_is_there_until({ time: formatClock(until) }) : m.people_is_there();
}
