import { Forbidden } from '#platform/errors.ts';
import { isId, newId } from '#platform/ids.ts';
import { mostColleagues, startGuidanceForm } from '#rooms/helpline/guidance.ts';
import { startGuidance } from '#rooms/helpline/server/index.ts';
import { colleagueHere, colleaguesNamed } from '#rooms/people/server/index.ts';
import type { Actor } from '#platform/actor.ts';
import { act } from '../../act.ts';

const longestQuery = 100;

/** With whom stands in the address, so that one can look for the next one. */
export const load = async ({ locals: { who }, url }) => {
  if (!who.may('startGuidance')) throw new Forbidden();
  const q = (url.searchParams.get('q') ?? '').replaceAll('\u0000', '').slice(0, longestQuery);
  const chosen = await chosenIn(who, url.searchParams);
  const ids = chosen.map(({ personId }) => personId);
  const found = await colleaguesNamed(who, q);
  return { key: newId(), q, chosen, found: found.filter(({ personId }) => !ids.includes(personId)) };
};

async function chosenIn(who: Actor, params: URLSearchParams) {
  const ids = [...new Set(params.getAll('kies'))].filter(isId).slice(0, mostColleagues);
  const chosen = [];
  for (const id of ids) chosen.push(await colleagueHere(who, id));
  return chosen.map(({ personId, firstName, lastName, unitName }) => ({
    personId,
    firstName,
    lastName,
    unitName,
  }));
}

export const actions = {
  startGuidance: (event) =>
    act(event, startGuidanceForm, async (who, input) => {
      const id = await startGuidance(who, input);
      return {
        to: `/${event.params.organisation}/begeleiding/${id}`,
        done: 'helpline_done_guidance_started',
      };
    }),
};
