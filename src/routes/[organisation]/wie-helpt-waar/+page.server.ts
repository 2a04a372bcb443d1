import { formatClock, formatMoment } from '#platform/dates.ts';
import type { Actor } from '#platform/actor.ts';
import { shownCoverage, shownToday } from '#rooms/people/coverage-shown.ts';
import { notFoundForm } from '#rooms/people/forms.ts';
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
    };
  }
  const found = await coverage(who);
  return { own, asMap, today: [], all: shownCoverage(found), arranges: [], names: who.may('giveRole') };
};

const arranged = (coaches: Arranged[]) =>
  coaches.map(({ personId, firstName, lastName }) => ({ personId, name: `${firstName} ${lastName}` }));

/** The card of one's own unit: who helps me, and who if they cannot be found. */
async function ownUnit(who: Actor) {
  const { unitName, first, now } = await whoHelpsMe(who);
  const { personId, firstName, lastName, place, phone, thereNow, from, until } = first;
  return {
    ...{ unitName, personId, firstName, place, phone, thereNow },
    name: `${firstName} ${lastName}`,
    initials: `${firstName.slice(0, 1)}${lastName.slice(0, 1)}`,
    until: until && formatClock(until),
    from: formatMoment(from, now),
    isMe: personId === who.personId,
  };
}

export const actions = {
  notFound: (event) =>
    act(event, notFoundForm, async (who, { personId }) => {
      await tellNotFound(who, personId);
      return { to: `/${event.params.organisation}/wie-helpt-waar`, done: 'people_done_not_found' };
    }),
};
