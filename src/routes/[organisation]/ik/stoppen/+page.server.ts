import { leavingActions, leavingFor } from '../../mensen/leaving.server.ts';

export const load = async ({ locals: { who }, url }) => ({
  leaving: await leavingFor(who, { personId: who.personId ?? '', url }),
});

type Event = { params: { organisation: string }; locals: App.Locals };

const me = ({ params, locals: { who } }: Event) => ({
  personId: who.personId ?? '',
  to: `/${params.organisation}/ik/stoppen`,
});

export const actions = {
  plan: (event) => leavingActions.plan(event, me(event)),
  cancel: (event) => leavingActions.cancel(event, me(event)),
};
