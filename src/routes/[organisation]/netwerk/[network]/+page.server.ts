import { networkForm } from '#rooms/networks/forms.ts';
import { shownMember } from '#rooms/networks/shown.ts';
import { networkHere, renameNetwork } from '#rooms/networks/server/index.ts';
import { act } from '../../act.ts';

export const load = async ({ locals: { who }, params }) => {
  const { id, name, members, now } = await networkHere(who, params.network);
  const shown = members.map((member) => shownMember(member, now));
  return {
    ...{ id, name },
    members: shown.filter(({ stands }) => stands === 'now'),
    coming: shown.filter(({ stands }) => stands === 'coming'),
    past: shown.filter(({ stands }) => stands === 'over'),
    can: { change: who.may('renameNetwork'), directory: who.may('networkCoaches') },
  };
};

export const actions = {
  renameNetwork: (event) =>
    act(event, networkForm, async (who, { name }) => {
      const { organisation, network } = event.params;
      await renameNetwork(who, network, name);
      return { to: `/${organisation}/netwerk/${network}`, done: 'networks_done_renamed' };
    }),
};
