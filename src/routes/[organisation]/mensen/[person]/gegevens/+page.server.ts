import { followForm, personFieldsForm } from '#rooms/people/by-hand-forms.ts';
import { originsOf } from '#rooms/people/by-hand-shown.ts';
import { fullName } from '#rooms/people/name.ts';
import { changePerson, followStaffList, personByHand } from '#rooms/people/server/index.ts';
import { act } from '../../../act.ts';

const fields = ['firstName', 'lastName', 'email'] as const;

export const load = async ({ locals: { who, askedAt: now }, params }) => {
  const { edition, edits, onList, ...person } = await personByHand(who, params.person);
  return {
    id: person.id,
    name: fullName(person),
    edition,
    values: { firstName: person.firstName, lastName: person.lastName, email: person.email ?? '' },
    origins: originsOf(fields, { edits, onList, now }),
  };
};

type Event = { params: { organisation: string; person: string } };

const personPage = ({ params }: Event) => `/${params.organisation}/mensen/${params.person}`;

export const actions = {
  changePerson: (event) =>
    act(event, personFieldsForm, async (who, given) => {
      await changePerson(who, event.params.person, given);
      return { to: personPage(event), done: 'people_done_changed' };
    }),
  followStaffList: (event) =>
    act(event, followForm, async (who, { field }) => {
      await followStaffList(who, { personId: event.params.person, appointmentId: null, field });
      return { to: `${personPage(event)}/gegevens`, done: 'people_done_follows' };
    }),
};
