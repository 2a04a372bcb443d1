import * as v from 'valibot';
import { formatShortDay } from '#platform/dates.ts';
import { treeOf } from '#rooms/organisations/tree.ts';
import { unitsHere } from '#rooms/organisations/server/index.ts';
import { canGiveRole } from '#rooms/people/arranging.ts';
import { fullName } from '#rooms/people/name.ts';
import { endRole, giveRole } from '#rooms/people/server/index.ts';
import { coachForm } from '#rooms/startpath/forms.ts';
import { callStands, volunteersHere, type Volunteer } from '#rooms/startpath/server/index.ts';
import { stepNumber } from '#rooms/startpath/steps.ts';
import { act } from '../../act.ts';

export const load = async ({ locals: { who } }) => {
  const volunteers = await volunteersHere(who);
  const names = who.may('giveRole') && canGiveRole(who, 'coach');
  return {
    number: stepNumber('choice'),
    hasCall: (await callStands(who)) !== null,
    volunteers: volunteers.map(shown),
    names,
    units: names
      ? treeOf(await unitsHere(who)).map(({ unit, path }) => ({ value: unit.id, label: path }))
      : [],
  };
};

const shown = (one: Volunteer) => ({
  ...{ personId: one.personId, unitId: one.unitId, unitName: one.unitName, line: one.line },
  name: fullName(one),
  said: formatShortDay(one.saidOn),
  coachOf: one.coachOf.map(({ name }) => name).join(', '),
});

type Event = { params: { organisation: string } };

const here = ({ params }: Event) => `/${params.organisation}/startpad/kandidaten`;

export const actions = {
  giveRole: (event) =>
    act(event, coachForm, async (who, { personId, unitId }) => {
      const one = (await volunteersHere(who)).find((row) => row.personId === personId);
      const roleId = await giveRole(who, { personId, kind: 'coach', unitId });
      const undo = { action: `${here(event)}?/endRole`, label: 'startpath_undo', fields: { roleId } };
      const particulars = { name: one ? fullName(one) : '' };
      return { to: here(event), done: { key: 'startpath_done_named', particulars, undo } };
    }),
  endRole: (event) =>
    act(event, v.object({ roleId: v.string() }), async (who, { roleId }) => {
      await endRole(who, roleId);
      return { to: here(event), done: 'people_done_role_ended' };
    }),
};
