import { noForm, yesForm } from '#rooms/networks/forms.ts';
import { myNetworkCards, shareCard, unshareCard } from '#rooms/networks/server/index.ts';
import { act } from '../../act.ts';

export const load = async ({ locals: { who } }) => ({ networks: await myNetworkCards(who) });

type Event = { params: { organisation: string } };

const here = ({ params }: Event) => `/${params.organisation}/ik/netwerk`;

export const actions = {
  shareCard: (event) =>
    act(event, yesForm, async (who, said) => {
      const network = await shareCard(who, said);
      return { to: here(event), done: { key: 'networks_done_shown', particulars: { network } } };
    }),
  unshareCard: (event) =>
    act(event, noForm, async (who, { membershipId }) => {
      const network = await unshareCard(who, membershipId);
      return { to: here(event), done: { key: 'networks_done_hidden', particulars: { network } } };
    }),
};
