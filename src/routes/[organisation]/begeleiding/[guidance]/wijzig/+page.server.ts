import { redirect } from '@sveltejs/kit';
import { goalForm, memberForm } from '#rooms/helpline/guidance.ts';
import {
  addToGuidance,
  changeGuidance,
  guidanceHere,
  takeFromGuidance,
} from '#rooms/helpline/server/index.ts';
import { colleaguesNamed } from '#rooms/people/server/index.ts';
import { act } from '../../../act.ts';

const longestQuery = 100;

/** Its goal, and who takes part. One that is over is only read. */
export const load = async ({ locals: { who }, params, url }) => {
  const { guidance, members } = await guidanceHere(who, params.guidance);
  if (guidance.endedOn) redirect(307, `/${params.organisation}/begeleiding/${guidance.id}`);
  const q = (url.searchParams.get('q') ?? '').replaceAll('\u0000', '').slice(0, longestQuery);
  const ids = members.map(({ personId }) => personId);
  const found = await colleaguesNamed(who, q);
  return {
    id: guidance.id,
    goal: guidance.goal,
    members,
    q,
    found: found.filter(({ personId }) => !ids.includes(personId)),
  };
};

export const actions = {
  changeGuidance: (event) =>
    act(event, goalForm, async (who, input) => {
      await changeGuidance(who, event.params.guidance, input);
      return { to: of(event), done: 'helpline_done_guidance_changed' };
    }),
  addToGuidance: (event) =>
    act(event, memberForm, async (who, { personId }) => {
      await addToGuidance(who, event.params.guidance, personId);
      return { to: `${of(event)}/wijzig`, done: 'helpline_done_guidance_changed' };
    }),
  takeFromGuidance: (event) =>
    act(event, memberForm, async (who, { personId }) => {
      await takeFromGuidance(who, event.params.guidance, personId);
      return { to: `${of(event)}/wijzig`, done: 'helpline_done_guidance_changed' };
    }),
};

const of = ({ params }: { params: { organisation: string; guidance: string } }) =>
  `/${params.organisation}/begeleiding/${params.guidance}`;
