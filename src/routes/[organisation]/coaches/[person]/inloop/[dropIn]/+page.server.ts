import { found } from '#platform/errors.ts';
import { dropInForm } from '#rooms/people/card-forms.ts';
import { rhythmOptions } from '#rooms/people/card-shown.ts';
import { changeDropIn, dropInsHere } from '#rooms/people/server/index.ts';
import { act } from '../../../../act.ts';

export const load = async ({ locals: { who }, params }) => {
  const { dropIns } = await dropInsHere(who, params.person);
  const { firstOn, everyWeeks, lastOn, startsAt, endsAt, place } = found(
    dropIns.find(({ id }) => id === params.dropIn),
  );
  return {
    values: { firstOn, everyWeeks: String(everyWeeks), lastOn: lastOn ?? '', startsAt, endsAt, place },
    rhythms: rhythmOptions(),
  };
};

export const actions = {
  changeDropIn: (event) =>
    act(event, dropInForm, async (who, given) => {
      const { organisation, person, dropIn } = event.params;
      await changeDropIn(who, dropIn, given);
      return { to: `/${organisation}/coaches/${person}/inloop`, done: 'people_done_drop_in' };
    }),
};
