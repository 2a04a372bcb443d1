import { Forbidden } from '#platform/errors.ts';
import { readFields } from '#platform/forms.ts';
import { changeDefaultHours, organisationHere, unitsHere } from '#rooms/organisations/server/index.ts';
import { weekForm } from '#rooms/people/forms.ts';
import { unitsThatFollow } from '#rooms/people/unit-hours.ts';
import { weekValues } from '#rooms/people/week-form.ts';
import { act, sentences } from '../../act.ts';

export const load = async ({ locals: { who }, url }) => {
  if (!who.may('changeDefaultHours')) throw new Forbidden();
  const { defaultHours } = await organisationHere(who);
  const units = await unitsHere(who);
  const follow = unitsThatFollow(units, null);
  return {
    week: weekValues(defaultHours),
    follow: follow.map(({ name }) => name),
    own: units.filter((unit) => !follow.includes(unit)).map(({ name }) => name),
    idea: url.searchParams.has('day1-1-from') ? ideaIn(url) : null,
  };
};

/** Hours in the address, to look at before they are kept, or what is wrong with them. */
function ideaIn({ searchParams }: URL) {
  const { ok, values, ...read } = readFields(searchParams, weekForm);
  return { ok, values, problems: 'problems' in read ? sentences(read.problems) : {} };
}

export const actions = {
  changeDefaultHours: (event) =>
    act(event, weekForm, async (who, { hours }) => {
      await changeDefaultHours(who, hours);
      return { to: `/${event.params.organisation}/diensten`, done: 'units_done_saved' };
    }),
};
