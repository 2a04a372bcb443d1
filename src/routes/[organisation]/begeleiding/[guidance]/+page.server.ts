import * as v from 'valibot';
import { formatDay } from '#platform/dates.ts';
import { newId } from '#platform/ids.ts';
import { followUpLine } from '#rooms/helpline/follow-up-shown.ts';
import { momentForm } from '#rooms/helpline/guidance.ts';
import {
  endGuidance,
  followUpsIn,
  guidanceHere,
  noteMoment,
  resumeGuidance,
} from '#rooms/helpline/server/index.ts';
import { act } from '../../act.ts';

export const load = async ({ locals: { who }, params }) => {
  const { guidance, members, moments, today } = await guidanceHere(who, params.guidance);
  const followUps = await followUpsIn(who, params.guidance);
  return {
    key: newId(),
    today,
    id: guidance.id,
    goal: guidance.goal,
    startedOn: formatDay(guidance.startedOn),
    endedOn: guidance.endedOn && formatDay(guidance.endedOn),
    members,
    moments: moments.map(({ id, heldOn, note }) => ({ id, day: formatDay(heldOn), note })),
    followUps: followUps.filter(({ state }) => state !== 'withdrawn').map((one) => followUpLine(one, today)),
  };
};

const nothing = v.object({});

export const actions = {
  noteMoment: (event) =>
    act(event, momentForm, async (who, input) => {
      await noteMoment(who, event.params.guidance, input);
      return { to: here(event), done: 'helpline_done_moment' };
    }),
  endGuidance: (event) =>
    act(event, nothing, async (who) => {
      await endGuidance(who, event.params.guidance);
      return { to: here(event), done: 'helpline_done_guidance_ended' };
    }),
  resumeGuidance: (event) =>
    act(event, nothing, async (who) => {
      await resumeGuidance(who, event.params.guidance);
      return { to: here(event), done: 'helpline_done_guidance_resumed' };
    }),
};

const here = ({ params }: { params: { organisation: string; guidance: string } }) =>
  `/${params.organisation}/begeleiding/${params.guidance}`;
