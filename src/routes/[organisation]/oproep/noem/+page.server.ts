import { fullName } from '#rooms/people/name.ts';
import { nameForm, namingForm } from '#rooms/startpath/forms.ts';
import {
  callHere,
  colleaguesBeside,
  myNamings,
  nameColleague,
  withdrawNaming,
} from '#rooms/startpath/server/index.ts';
import { act } from '../../act.ts';

export const load = async ({ locals: { who } }) => {
  const isOpen = (await callHere(who))?.isOpen ?? false;
  return {
    isOpen,
    beside: isOpen ? [...new Set((await colleaguesBeside(who)).map((one) => fullName(one)))] : [],
    named: isOpen ? await myNamings(who) : [],
  };
};

type Event = { params: { organisation: string } };

const here = ({ params }: Event) => `/${params.organisation}/oproep/noem`;

export const actions = {
  nameColleague: (event) =>
    act(event, nameForm, async (who, { typed }) => {
      await nameColleague(who, typed);
      return { to: here(event), done: 'startpath_done_called' };
    }),
  withdrawNaming: (event) =>
    act(event, namingForm, async (who, { id }) => {
      await withdrawNaming(who, id);
      return { to: here(event), done: 'startpath_done_taken_back' };
    }),
};
