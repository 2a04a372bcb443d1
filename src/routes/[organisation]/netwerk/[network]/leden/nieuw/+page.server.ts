import { Forbidden } from '#platform/errors.ts';
import { localDay } from '#platform/days.ts';
import { hostForm, memberForm } from '#rooms/networks/forms.ts';
import { typeOptions } from '#rooms/networks/shown.ts';
import { addNetworkMember, networkHere } from '#rooms/networks/server/index.ts';
import { authorities } from '#rooms/organisations/server/index.ts';
import { act } from '../../../../act.ts';

export const load = async ({ locals: { who }, params }) => {
  if (!who.may('addNetworkMember')) throw new Forbidden();
  const { id, name, members, now } = await networkHere(who, params.network);
  const isIn = new Set(members.filter(({ stands }) => stands !== 'over').map((member) => member.name));
  return {
    ...{ id, name, today: localDay(now), types: typeOptions() },
    offersOwn: !members.some(({ isHost, stands }) => isHost && stands !== 'over'),
    known: (await authorities()).map((one) => one.name).filter((one) => !isIn.has(one)),
  };
};

type Event = { params: { organisation: string; network: string } };

const of = ({ params }: Event) => `/${params.organisation}/netwerk/${params.network}`;

export const actions = {
  addMember: (event) =>
    act(event, memberForm, async (who, given) => {
      const { name, nis } = given;
      const known = (await authorities()).find((one) => one.name === name && one.type === given.type);
      const member = { ...given, nis: nis ?? known?.nis ?? null, isHost: false };
      const id = await addNetworkMember(who, event.params.network, member);
      const undo = { action: `${of(event)}/leden/${id}?/removeMember`, label: 'networks_undo_add' };
      return { to: of(event), done: { key: 'networks_done_added', particulars: { name }, undo } };
    }),
  addOwn: (event) =>
    act(event, hostForm, async (who, member) => {
      const nobodyElse = { name: '', nis: null, isHost: true };
      await addNetworkMember(who, event.params.network, { ...nobodyElse, ...member });
      return { to: of(event), done: 'networks_done_added_own' };
    }),
};
