import { awayActions, awayFor } from '../../mensen/away.server.ts';

export const load = async ({ locals: { who }, params, url }) => ({
  away: await awayFor(who, { personId: params.person, url }),
  own: who.personId === params.person,
});

type Event = { params: { organisation: string; person: string } };

const target = ({ params: { organisation, person } }: Event) => ({
  personId: person,
  to: `/${organisation}/wie-helpt-waar`,
});

export const actions = {
  markAway: (event) => awayActions.markAway(event, target(event)),
  changeAbsence: (event) => awayActions.changeAbsence(event, target(event)),
  cancelAbsence: (event) => awayActions.cancelAbsence(event, target(event)),
  endAbsence: (event) => awayActions.endAbsence(event, target(event)),
};
