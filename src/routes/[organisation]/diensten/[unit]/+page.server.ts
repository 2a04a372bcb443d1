import { found } from '#platform/errors.ts';
import { neighboursForm, unitClosingForm } from '#rooms/organisations/forms.ts';
import {
  changeUnitClosing,
  changeUnitNeighbours,
  organisationHere,
  unitsHere,
} from '#rooms/organisations/server/index.ts';
import { treeOf } from '#rooms/organisations/tree.ts';
import { shownHelpers, shownMoment } from '#rooms/people/card-shown.ts';
import { coachesHere, nextDropIns, whoWouldHelp } from '#rooms/people/server/index.ts';
import { fullName, initialsOf } from '#rooms/people/name.ts';
import { hoursOfUnit } from '#rooms/people/unit-hours.ts';
import { weekRows } from '#rooms/people/week.ts';
import { act } from '../../act.ts';

const momentsShown = 3;

export const load = async ({ locals: { who }, params, url }) => {
  const coaches = (await coachesHere(who)).filter(({ unitId }) => unitId === params.unit);
  const units = await unitsHere(who);
  const { defaultHours } = await organisationHere(who);
  const unit = found(units.find(({ id }) => id === params.unit));
  const proposed = proposedNeighbours(url);
  const neighbourIds = proposed === undefined ? unit.neighbourIds : proposed;
  const preview = await whoWouldHelp(who, unit.id, { neighbourIds });
  const dropIns = await nextDropIns(who, { unitId: unit.id, limit: momentsShown });
  return {
    unit: { id: unit.id, name: unit.name, openOnClosingDays: unit.openOnClosingDays },
    week: weekRows(hoursOfUnit(units, defaultHours, unit.id)),
    ownWeek: unit.hours !== null,
    coaches: coaches.map((coach) => ({
      id: coach.personId,
      name: fullName(coach),
      initials: initialsOf(coach),
    })),
    dropIns: dropIns.moments.map((moment) => shownMoment(moment, dropIns.now)),
    isProposal: proposed !== undefined,
    neighbourIds,
    others: treeOf(units)
      .filter((branch) => branch.unit.id !== unit.id)
      .map((branch) => ({ value: branch.unit.id, label: branch.path })),
    helpers: shownHelpers(preview),
  };
};

/** The neighbours in the address, to look at before they are kept; undefined when there are none. */
function proposedNeighbours({ searchParams }: URL): string[] | null | undefined {
  const which = searchParams.get('neighbours');
  if (which === 'default') return null;
  return which === 'own' ? searchParams.getAll('neighbourIds') : undefined;
}

type Event = { params: { organisation: string; unit: string } };

const here = ({ params }: Event) => `/${params.organisation}/diensten/${params.unit}`;

export const actions = {
  changeUnitNeighbours: (event) =>
    act(event, neighboursForm, async (who, { neighbourIds }) => {
      await changeUnitNeighbours(who, event.params.unit, neighbourIds);
      return { to: here(event), done: 'units_done_neighbours' };
    }),
  changeUnitClosing: (event) =>
    act(event, unitClosingForm, async (who, { openOnClosingDays }) => {
      await changeUnitClosing(who, event.params.unit, openOnClosingDays);
      return { to: here(event), done: 'units_done_closing' };
    }),
};
