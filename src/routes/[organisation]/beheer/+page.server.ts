import { Forbidden } from '#platform/errors.ts';
import { organisationForm } from '#rooms/organisations/forms.ts';
import { changeOrganisation, organisationHere } from '#rooms/organisations/server/index.ts';
import { act } from '../act.ts';

export const load = async ({ locals: { who } }) => {
  if (!who.may('changeOrganisation')) throw new Forbidden();
  const { name, ictPhone, dpoPhone } = await organisationHere(who);
  return { name, ictPhone: ictPhone ?? '', dpoPhone: dpoPhone ?? '' };
};

export const actions = {
  changeOrganisation: (event) =>
    act(event, organisationForm, async (who, { name, ictPhone, dpoPhone }) => {
      await changeOrganisation(who, { name, ictPhone: ictPhone ?? null, dpoPhone: dpoPhone ?? null });
      return { to: `/${event.params.organisation}/beheer`, done: 'organisations_done' };
    }),
};
