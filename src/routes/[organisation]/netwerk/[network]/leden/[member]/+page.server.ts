import { localDay } from '#platform/days.ts';
import { endForm, nothingForm } from '#rooms/networks/forms.ts';
import { canRemove } from '#rooms/networks/network.ts';
import { shownMember } from '#rooms/networks/shown.ts';
import {
  endNetworkMember,
  networkMemberHere,
  removeNetworkMember,
  resumeNetworkMember,
} from '#rooms/networks/server/index.ts';
import { act } from '../../../../act.ts';

export const load = async ({ locals: { who }, params }) => {
  const { network, member, now } = await networkMemberHere(who, params.network, params.member);
  const mayChange = who.may('endNetworkMember');
  return {
    network: { id: network.id, name: network.name },
    member: shownMember(member, now),
    endsOn: member.endsOn ?? '',
    today: localDay(now),
    can: {
      change: mayChange,
      remove: mayChange && canRemove(member, now),
      invite: who.may('inviteMember') && !member.joined && member.stands !== 'over',
    },
  };
};

type Event = { params: { organisation: string; network: string; member: string } };

const place = ({ params }: Event) => ({ networkId: params.network, id: params.member });
const ofNetwork = ({ params }: Event) => `/${params.organisation}/netwerk/${params.network}`;
const here = (event: Event) => `${ofNetwork(event)}/leden/${event.params.member}`;

export const actions = {
  endMember: (event) =>
    act(event, endForm, async (who, { endsOn }) => {
      await endNetworkMember(who, place(event), endsOn);
      const undo = { action: `${here(event)}?/resumeMember`, label: 'networks_resume' };
      return { to: here(event), done: { key: 'networks_done_ended', undo } };
    }),
  resumeMember: (event) =>
    act(event, nothingForm, async (who) => {
      await resumeNetworkMember(who, place(event));
      return { to: here(event), done: 'networks_done_resumed' };
    }),
  removeMember: (event) =>
    act(event, nothingForm, async (who) => {
      await removeNetworkMember(who, place(event));
      return { to: ofNetwork(event), done: 'networks_done_removed' };
    }),
};
