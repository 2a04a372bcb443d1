import type { Actor } from '#platform/actor.ts';
import { presenceText } from '#rooms/people/card-shown.ts';
import { shownCoverage, shownToday } from '#rooms/people/coverage-shown.ts';
import { fullName, initialsOf } from '#rooms/people/name.ts';
import { personForm } from '#rooms/people/forms.ts';
import { isHere } from '#rooms/people/presence.ts';
import {
  coverage,
  coverageToday,
  tellNotFound,
  whoHelpsMe,
  type Arranged,
} from '#rooms/people/server/index.ts';
import { act } from '../act.ts';

export const load = async ({ locals: { who }, url }) => {
  const own = await ownUnit(who);
  const asMap = url.searchParams.get('beeld') === 'kaart';
  if (!who.may('coverage')) {
    const today = await coverageToday(who);
    return {
      own,
      asMap,
      today: shownToday(today),
      all: null,
      arranges: arranged(today.arranges),
      names: false,
      marks: today.arranges.length > 0,
    };
  }
  const found = await coverage(who);
  return {
    ...{ own, asMap, today: [], all: shownCoverage(found), arranges: [] },
    ...{ names: who.may('giveRole'), marks: found.arranges.length > 0 },
  };
};

const arranged = (coaches: Arranged[]) =>
  coaches.map((one) => ({ personId: one.personId, name: fullName(one) }));

/** The card of one's own unit: who helps me, and who if they cannot be found. */
async function ownUnit(who: Actor) {
  const { unitName, first, now } = await whoHelpsMe(who);
  const { personId, place, phone, thereNow } = first;
  return {
    ...{ unitName, personId, place, phone, thereNow },
    name: fullName(first),
    initials: initialsOf(first),
    isHere: isHere(first),
    presence: presenceText(first, now),
    isMe: personId === who.personId,
  };
}

export const actions = {
  notFound: (event) =>
    act(event, personForm, async (who, { personId }) => {
      await tellNotFound(who, personId);
      return { to: `/${event.params.organisation}/wie-helpt-waar`, done: 'people_done_not_found' };
    }),
};
