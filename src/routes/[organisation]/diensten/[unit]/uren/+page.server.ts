import type { Actor } from '#platform/actor.ts';
import { Forbidden, found } from '#platform/errors.ts';
import { readFields } from '#platform/forms.ts';
import { changeUnitHours, organisationHere, unitsHere } from '#rooms/organisations/server/index.ts';
import { shownHelpers } from '#rooms/people/card-shown.ts';
import { unitHoursForm } from '#rooms/people/forms.ts';
import { whoWouldHelp } from '#rooms/people/server/index.ts';
import { hoursOfUnit } from '#rooms/people/unit-hours.ts';
import { weekValues } from '#rooms/people/week-form.ts';
import { weekRows } from '#rooms/people/week.ts';
import { act, sentences } from '../../../act.ts';

export const load = async ({ locals: { who }, params, url }) => {
  if (!who.may('changeUnitHours')) throw new Forbidden();
  const units = await unitsHere(who);
  const { defaultHours } = await organisationHere(who);
  const unit = found(units.find(({ id }) => id === params.unit));
  const above = units.find(({ id }) => id === unit.parentId);
  const aboveHours = above ? hoursOfUnit(units, defaultHours, above.id) : defaultHours;
  return {
    id: unit.id,
    name: unit.name,
    which: unit.hours ? 'own' : 'inherit',
    above: above?.name ?? null,
    aboveWeek: weekRows(aboveHours),
    week: weekValues(unit.hours ?? aboveHours),
    idea: url.searchParams.has('which') ? await ideaIn(url, who, unit.id) : null,
  };
};

/** Hours in the address, to look at before they are kept: what they change, or what is wrong with them. */
async function ideaIn({ searchParams }: URL, who: Actor, unitId: string) {
  const read = readFields(searchParams, unitHoursForm);
  if (!read.ok) return { values: read.values, problems: sentences(read.problems), preview: null };
  const would = await whoWouldHelp(who, unitId, read.input);
  return {
    values: read.values,
    problems: {},
    preview: { helpers: shownHelpers(would), follow: would.follow },
  };
}

export const actions = {
  changeUnitHours: (event) =>
    act(event, unitHoursForm, async (who, { hours }) => {
      await changeUnitHours(who, event.params.unit, hours);
      return {
        to: `/${event.params.organisation}/diensten/${event.params.unit}`,
        done: 'units_done_saved',
      };
    }),
};
