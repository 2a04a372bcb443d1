import { canGiveRole } from '#rooms/people/arranging.ts';
import { leavingActions, leavingFor } from '../../leaving.server.ts';

export const load = async ({ locals: { who }, params, url }) => ({
  leaving: await leavingFor(who, { personId: params.person, url }),
  finds: who.may('giveRole') && canGiveRole(who, 'coach'),
});

type Event = { params: { organisation: string; person: string } };

const target = ({ params: { organisation, person } }: Event) => ({
  personId: person,
  to: `/${organisation}/mensen/${person}/vertrek`,
});

export const actions = {
  plan: (event) => leavingActions.plan(event, target(event)),
  cancel: (event) => leavingActions.cancel(event, target(event)),
};
