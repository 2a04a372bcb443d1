import { organisationHere } from '#rooms/organisations/server/index.ts';

export const load = async ({ locals: { who } }) => ({ dpoPhone: (await organisationHere(who)).dpoPhone });
