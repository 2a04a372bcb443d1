import { Forbidden, found } from '#platform/errors.ts';
import { changeUnitHours, organisationHere, unitsHere } from '#rooms/organisations/server/index.ts';
import { unitHoursForm } from '#rooms/people/forms.ts';
import { hoursOfUnit } from '#rooms/people/unit-hours.ts';
import { weekValues } from '#rooms/people/week-form.ts';
import { weekRows } from '#rooms/people/week.ts';
import { act } from '../../../act.ts';

export const load = async ({ locals: { who }, params }) => {
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
  };
};

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
