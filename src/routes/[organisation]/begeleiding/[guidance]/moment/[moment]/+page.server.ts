import { NotFound } from '#platform/errors.ts';
import { momentForm } from '#rooms/helpline/guidance.ts';
import { changeMoment, momentHere } from '#rooms/helpline/server/index.ts';
import { act } from '../../../../act.ts';

export const load = async ({ locals: { who }, params }) => {
  const { guidanceId, moment, today } = await momentHere(who, params.moment);
  if (guidanceId !== params.guidance) throw new NotFound();
  return { guidanceId, moment, today };
};

export const actions = {
  changeMoment: (event) =>
    act(event, momentForm, async (who, input) => {
      await changeMoment(who, event.params.moment, input);
      const { organisation, guidance } = event.params;
      return { to: `/${organisation}/begeleiding/${guidance}`, done: 'helpline_done_moment' };
    }),
};
