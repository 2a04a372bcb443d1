import { changeHelperAction, helperFormFor } from '../../hours.server.ts';

export const load = async ({ locals: { who }, params }) => ({
  helper: await helperFormFor(who, params.person),
});

export const actions = {
  changeHelper: (event) => {
    const { organisation, person } = event.params;
    return changeHelperAction(event, { personId: person, to: `/${organisation}/mensen/${person}` });
  },
};
