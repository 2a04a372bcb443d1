import * as v from 'valibot';
import { formatMoment } from '#platform/dates.ts';
import type { Actor } from '#platform/actor.ts';
import { endProblemForm } from '#rooms/helpline/problem.ts';
import { endProblem, meToo, notMeToo, problemHere } from '#rooms/helpline/server/index.ts';
import { themeLabel } from '#rooms/organisations/themes.ts';
import { act } from '../../act.ts';

export const load = async ({ locals: { who }, params }) => {
  const { problem, now } = await problemHere(who, params.problem);
  const { line, theme, outcome, isFollowed, publishedAt, endedAt } = problem;
  return {
    line,
    outcome,
    isFollowed,
    theme: themeLabel(theme),
    since: formatMoment(publishedAt, now),
    ended: endedAt && formatMoment(endedAt, now),
    mayEnd: endedAt === null && who.may('endProblem'),
  };
};

type Event = Parameters<typeof act>[0] & { params: { organisation: string; problem: string } };

const pageOf = ({ params }: Event) => `/${params.organisation}/bekende-problemen/${params.problem}`;

/** One tap, without anything to fill in. */
const tap = (event: Event, verb: (who: Actor, id: string) => Promise<void>, done: string) =>
  act(event, v.object({}), async (who) => {
    await verb(who, event.params.problem);
    return { to: pageOf(event), done };
  });

export const actions = {
  meToo: (event) => tap(event, meToo, 'helpline_done_me_too'),
  notMeToo: (event) => tap(event, notMeToo, 'helpline_done_not_me_too'),
  endProblem: (event) =>
    act(event, endProblemForm, async (who, given) => {
      await endProblem(who, event.params.problem, given);
      return { to: pageOf(event), done: 'helpline_done_problem_ended' };
    }),
};
