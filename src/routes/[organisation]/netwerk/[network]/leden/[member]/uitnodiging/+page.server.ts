import { localDay } from '#platform/days.ts';
import { formatDay } from '#platform/dates.ts';
import { nothingForm } from '#rooms/networks/forms.ts';
import { invitationOpen, inviteMember, withdrawInvitation } from '#rooms/networks/server/index.ts';
import { act } from '../../../../../act.ts';

export const load = async ({ locals: { who }, params }) => {
  const { networkName, member, open } = await invitationOpen(who, {
    networkId: params.network,
    id: params.member,
  });
  return {
    ...{ networkName, networkId: params.network, memberId: member.id, name: member.name },
    open: open && { code: open.code, until: formatDay(localDay(open.validUntil)) },
  };
};

type Event = { params: { organisation: string; network: string; member: string } };

const place = ({ params }: Event) => ({ networkId: params.network, id: params.member });
const ofMember = ({ params }: Event) =>
  `/${params.organisation}/netwerk/${params.network}/leden/${params.member}`;

export const actions = {
  inviteMember: (event) =>
    act(event, nothingForm, async (who) => {
      await inviteMember(who, place(event));
      return { to: `${ofMember(event)}/uitnodiging`, done: 'networks_done_invited' };
    }),
  withdrawInvitation: (event) =>
    act(event, nothingForm, async (who) => {
      await withdrawInvitation(who, place(event));
      return { to: ofMember(event), done: 'networks_done_withdrawn' };
    }),
};
