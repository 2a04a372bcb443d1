import { codeForm, networkForm } from '#rooms/networks/forms.ts';
import { shownMembership } from '#rooms/networks/shown.ts';
import { invitationWith, makeNetwork, networksHere, takeInvitation } from '#rooms/networks/server/index.ts';
import { act } from '../act.ts';

export const load = async ({ locals: { who } }) => {
  const { hosted, memberships, now } = await networksHere(who);
  return {
    hosted: hosted.map(({ id, name, members }) => ({
      ...{ id, name, count: members.filter(({ stands }) => stands === 'now').length },
    })),
    memberships: memberships.map((one) => shownMembership(one, now)),
    can: {
      make: who.may('makeNetwork'),
      join: who.may('takeInvitation'),
      directory: who.may('networkCoaches'),
    },
  };
};

export const actions = {
  takeInvitation: (event) =>
    act(event, codeForm, async (who, { code }) => {
      const id = await takeInvitation(who, await invitationWith(code));
      return { to: `/${event.params.organisation}/netwerk/lid/${id}` };
    }),
  makeNetwork: (event) =>
    act(event, networkForm, async (who, { name }) => {
      const id = await makeNetwork(who, name);
      return { to: `/${event.params.organisation}/netwerk/${id}`, done: 'networks_done_made' };
    }),
};
