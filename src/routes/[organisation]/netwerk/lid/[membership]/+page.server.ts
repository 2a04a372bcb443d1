import { formatDay } from '#platform/dates.ts';
import { Invalid } from '#platform/errors.ts';
import { leaveForm, nothingForm } from '#rooms/networks/forms.ts';
import { shownMembership } from '#rooms/networks/shown.ts';
import {
  acceptMembership,
  leaveNetwork,
  membershipHere,
  refuseMembership,
  stayInNetwork,
} from '#rooms/networks/server/index.ts';
import { act } from '../../../act.ts';

export const load = async ({ locals: { who }, params }) => {
  const { now, ...one } = await membershipHere(who, params.membership);
  return {
    membership: shownMembership(one, now),
    hostEnds: one.endsOn && formatDay(one.endsOn),
    leftOn: one.leftOn ?? '',
    can: { answer: who.may('acceptMembership'), directory: who.may('networkCoaches') },
  };
};

type Event = { params: { organisation: string; membership: string } };

const networks = ({ params }: Event) => `/${params.organisation}/netwerk`;
const here = (event: Event) => `${networks(event)}/lid/${event.params.membership}`;

export const actions = {
  acceptMembership: (event) =>
    act(event, nothingForm, async (who) => {
      await acceptMembership(who, event.params.membership);
      return { to: here(event) };
    }),
  refuseMembership: (event) =>
    act(event, nothingForm, async (who) => {
      await refuseMembership(who, event.params.membership);
      return { to: networks(event), done: 'networks_done_refused' };
    }),
  leaveNetwork: (event) =>
    act(event, leaveForm, async (who, { now, leftOn }) => {
      if (!now && !leftOn) throw new Invalid({ leftOn: 'organisations_day_missing' });
      const isOver = await leaveNetwork(who, event.params.membership, now ? null : (leftOn ?? null));
      return { to: here(event), done: isOver ? 'networks_done_left' : 'networks_done_leaving' };
    }),
  stayInNetwork: (event) =>
    act(event, nothingForm, async (who) => {
      await stayInNetwork(who, event.params.membership);
      return { to: here(event), done: 'networks_done_stay' };
    }),
};
