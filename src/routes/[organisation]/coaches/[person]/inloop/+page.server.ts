import { localDay } from '#platform/days.ts';
import { formatMoment } from '#platform/dates.ts';
import { isId } from '#platform/ids.ts';
import { dropInForm, dropInIdForm } from '#rooms/people/card-forms.ts';
import { patternText, rhythmOptions } from '#rooms/people/card-shown.ts';
import { fullName } from '#rooms/people/name.ts';
import { addDropIn, cardHere, dropInsHere, endDropIn, resumeDropIn } from '#rooms/people/server/index.ts';
import { act } from '../../../act.ts';

export const load = async ({ locals: { who }, params, url }) => {
  const { personId, firstName, lastName, dropIns, now } = await dropInsHere(who, params.person);
  const { place } = await cardHere(who, personId);
  const stopped = url.searchParams.get('gestopt');
  return {
    name: fullName({ firstName, lastName }),
    isOwn: who.personId === personId,
    dropIns: dropIns.map((dropIn) => ({
      id: dropIn.id,
      pattern: patternText(dropIn),
      place: dropIn.place,
      next: dropIn.next && formatMoment(dropIn.next, now),
    })),
    rhythms: rhythmOptions(),
    today: localDay(now),
    place: place ?? '',
    stopped: isId(stopped) && !dropIns.some(({ id }) => id === stopped) ? stopped : null,
  };
};

type Event = { params: { organisation: string; person: string } };

const here = ({ params }: Event) => `/${params.organisation}/coaches/${params.person}/inloop`;

export const actions = {
  addDropIn: (event) =>
    act(event, dropInForm, async (who, given) => {
      await addDropIn(who, event.params.person, given);
      return { to: here(event), done: 'people_done_drop_in' };
    }),
  endDropIn: (event) =>
    act(event, dropInIdForm, async (who, { id }) => {
      await endDropIn(who, id);
      return { to: `${here(event)}?gestopt=${id}` };
    }),
  resumeDropIn: (event) =>
    act(event, dropInIdForm, async (who, { id }) => {
      await resumeDropIn(who, id);
      return { to: here(event), done: 'people_done_drop_in_back' };
    }),
};
