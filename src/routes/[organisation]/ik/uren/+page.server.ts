import { changeHelperAction, helperFormFor } from '../../mensen/hours.server.ts';

export const load = async ({ locals: { who } }) => ({ helper: await helperFormFor(who, who.personId ?? '') });

export const actions = {
  changeHelper: (event) =>
    changeHelperAction(event, {
      personId: event.locals.who.personId ?? '',
      to: `/${event.params.organisation}/ik`,
    }),
};
