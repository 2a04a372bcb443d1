import { localDay } from '#platform/days.ts';
import { allow } from '#platform/errors.ts';
import { newAppointmentForm } from '#rooms/people/by-hand-forms.ts';
import { fullName } from '#rooms/people/name.ts';
import { addAppointment, personByHand } from '#rooms/people/server/index.ts';
import { act } from '../../../../act.ts';
import { workChoices } from '../../../choices.server.ts';

export const load = async ({ locals: { who, askedAt }, params, url }) => {
  allow(who.may('addAppointment'));
  const person = await personByHand(who, params.person);
  return {
    id: person.id,
    name: fullName(person),
    visits: url.searchParams.get('van') === 'elders',
    choices: await workChoices(who),
    values: { startsOn: localDay(askedAt) },
  };
};

export const actions = {
  addAppointment: (event) =>
    act(event, newAppointmentForm, async (who, given) => {
      const { organisation, person } = event.params;
      await addAppointment(who, person, given);
      return { to: `/${organisation}/mensen/${person}`, done: 'people_done_appointment_added' };
    }),
};
