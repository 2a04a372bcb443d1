import * as v from 'valibot';
import type { Actor } from '#platform/actor.ts';
import { allow, found } from '#platform/errors.ts';
import { unitsHere } from '#rooms/organisations/server/index.ts';
import { canGiveRole } from '#rooms/people/arranging.ts';
import { giveRole, peopleHere } from '#rooms/people/server/index.ts';
import { personRow } from '#rooms/people/shown.ts';
import { act } from '../../../act.ts';

const longestQuery = 100;

/** Whoever may not name a coach has nothing to choose here either. */
const mayName = (who: Actor) => allow(who.may('giveRole') && canGiveRole(who, 'coach'));

/** Who may become coach of this unit: at first its own people, and anybody one looks for. */
export const load = async ({ locals: { who }, params, url }) => {
  const unit = found((await unitsHere(who)).find(({ id }) => id === params.unit));
  mayName(who);
  const typed = url.searchParams.get('q')?.replaceAll('\u0000', '').trim().slice(0, longestQuery);
  const { people, total } = await peopleHere(who, { q: typed || unit.name, page: 1 });
  const rows = people.map(personRow);
  const chosenId = url.searchParams.get('kies');
  return {
    unit: { id: unit.id, name: unit.name },
    q: typed ?? '',
    people: rows,
    areMore: total > rows.length,
    chosen: rows.find(({ id }) => id === chosenId) ?? null,
  };
};

const coachForm = v.object({ personId: v.string() });

export const actions = {
  giveRole: (event) =>
    act(event, coachForm, async (who, { personId }) => {
      mayName(who);
      const { organisation, unit } = event.params;
      await giveRole(who, { personId, kind: 'coach', unitId: unit });
      return { to: `/${organisation}/diensten/${unit}`, done: 'units_done_coach' };
    }),
};
