// Who helps, in words, for the strip on the start page. Pure.
import { m } from '#messages';
import { formatClock, formatMoment } from '#platform/dates.ts';
import type { Reason } from './candidates.ts';

/** Who helps, as a card shows it. Times are moments; `until` is when they leave, if they are there now. */
export type HelperCard = {
  personId: string;
  firstName: string;
  lastName: string;
  unitName: string;
  place: string | null;
  phone: string | null;
  reason: Reason;
  thereNow: boolean;
  from: Date;
  until: Date | null;
};

/** These help as coach or expert, so they have a page of their own. */
const withCard: readonly Reason['kind'][] = ['own_coach', 'neighbour', 'pool', 'expert'];

export const shownHelper = (card: HelperCard, now: Date) => ({
  personId: card.personId,
  firstName: card.firstName,
  initials: `${card.firstName.slice(0, 1)}${card.lastName.slice(0, 1)}`.toUpperCase(),
  unitName: card.unitName,
  isOwn: card.reason.kind === 'own_coach',
  hasCard: withCard.includes(card.reason.kind),
  place: card.place,
  phone: card.phone,
  thereNow: card.thereNow,
  presence: presenceOf(card, now),
});

export type ShownHelper = ReturnType<typeof shownHelper>;

function presenceOf({ thereNow, until, from }: HelperCard, now: Date): string {
  if (!thereNow) return m.people_is_there_from({ when: formatMoment(from, now) });
  return until ? m.people_is_there_until({ time: formatClock(until) }) : m.people_is_there();
}
