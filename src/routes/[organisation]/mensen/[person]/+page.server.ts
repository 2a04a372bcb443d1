import { themeLabel, themes } from '#rooms/organisations/themes.ts';
import { treeOf } from '#rooms/organisations/tree.ts';
import { unitsHere } from '#rooms/organisations/server/index.ts';
import { canArrange, canGiveRole, rolesToGive } from '#rooms/people/arranging.ts';
import { endRoleForm, roleForm } from '#rooms/people/forms.ts';
import { roleLabel } from '#rooms/people/labels.ts';
import type { Role } from '#rooms/people/roles.ts';
import { shownPerson } from '#rooms/people/shown.ts';
import { worksToday } from '#rooms/people/leaving.ts';
import { endRole, giveRole, personHere } from '#rooms/people/server/index.ts';
import { act } from '../../act.ts';
import { awayActions, awayFor } from '../away.server.ts';

export const load = async ({ locals: { who }, params, url }) => {
  const person = await personHere(who, params.person);
  const shown = shownPerson(person);
  const gives = who.may('giveRole');
  const arranges = canArrange(who, person.id);
  const isAbout = shown.helps || shown.standsIn || shown.away !== null;
  return {
    person: shown,
    ends: shown.roles
      .filter(({ kind }) => who.may('endRole') && canGiveRole(who, kind as Role))
      .map(({ id }) => id),
    arranges,
    keepsRight: who.may('changePerson'),
    canLeave: worksToday(person),
    hasCard: shown.roles.some(({ kind }) => kind === 'coach' || kind === 'expert'),
    away: arranges && isAbout ? await awayFor(who, { personId: person.id, url }) : null,
    unitId: person.appointments[0]?.unitId ?? '',
    kinds: gives ? rolesToGive(who).map((value) => ({ value, label: roleLabel(value) })) : [],
    units: gives
      ? treeOf(await unitsHere(who)).map(({ unit, path }) => ({ value: unit.id, label: path }))
      : [],
    themes: themes.map((value) => ({ value, label: themeLabel(value) })),
  };
};

type Event = { params: { organisation: string; person: string } };

const here = ({ params }: Event) => `/${params.organisation}/mensen/${params.person}`;
const target = (event: Event) => ({ personId: event.params.person, to: here(event) });

export const actions = {
  giveRole: (event) =>
    act(event, roleForm, async (who, input) => {
      await giveRole(who, { ...input, personId: event.params.person });
      return { to: here(event), done: 'people_done_role_given' };
    }),
  endRole: (event) =>
    act(event, endRoleForm, async (who, { roleId }) => {
      await endRole(who, roleId);
      return { to: here(event), done: 'people_done_role_ended' };
    }),
  markAway: (event) => awayActions.markAway(event, target(event)),
  changeAbsence: (event) => awayActions.changeAbsence(event, target(event)),
  cancelAbsence: (event) => awayActions.cancelAbsence(event, target(event)),
  endAbsence: (event) => awayActions.endAbsence(event, target(event)),
};
