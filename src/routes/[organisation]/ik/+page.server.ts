import { shownPerson } from '#rooms/people/shown.ts';
import { mySelf } from '#rooms/people/server/index.ts';
import { awayActions } from '../mensen/away.server.ts';

export const load = async ({ locals: { who } }) => ({
  person: shownPerson(await mySelf(who)),
  arranges: who.may('markAway'),
});

type Event = { params: { organisation: string }; locals: App.Locals };

const me = ({ params, locals: { who } }: Event) => ({
  personId: who.personId ?? '',
  to: `/${params.organisation}/ik`,
});

export const actions = {
  markAway: (event) => awayActions.markAway(event, me(event)),
  endAbsence: (event) => awayActions.endAbsence(event, me(event)),
};
