import { addDays } from '#platform/days.ts';
import { isId, newId } from '#platform/ids.ts';
import { furthestDays, followUpForm } from '#rooms/helpline/follow-up.ts';
import { followUpFor, proposeFollowUp } from '#rooms/helpline/server/index.ts';
import { colleaguesNamed } from '#rooms/people/server/index.ts';
import { act } from '../../act.ts';

const longestQuery = 100;

/** A day for a colleague: of a question, of a begeleiding, or somebody who is looked for here. */
export const load = async ({ locals: { who }, url }) => {
  const idIn = (name: string) => {
    const given = url.searchParams.get(name);
    return isId(given) ? given : undefined;
  };
  const about = { personId: idIn('kies'), questionId: idIn('vraag'), guidanceId: idIn('begeleiding') };
  const q = (url.searchParams.get('q') ?? '').replaceAll('\u0000', '').slice(0, longestQuery);
  if (!about.personId && !about.questionId)
    return { key: newId(), q, found: await colleaguesNamed(who, q), colleague: null, about };
  const { today, ...colleague } = await followUpFor(who, about);
  return {
    ...{ key: newId(), q, found: [], about, colleague },
    firstDay: addDays(today, 1),
    lastDay: addDays(today, furthestDays),
  };
};

export const actions = {
  proposeFollowUp: (event) =>
    act(event, followUpForm, async (who, input) => {
      const id = await proposeFollowUp(who, input);
      return { to: backTo(event.params.organisation, input, id), done: 'helpline_done_follow_up' };
    }),
};

/** To where one came from. */
function backTo(
  organisation: string,
  { questionId, guidanceId }: { questionId?: string; guidanceId?: string },
  id: string,
): string {
  if (questionId) return `/${organisation}/vragen/${questionId}/helpen`;
  return guidanceId ? `/${organisation}/begeleiding/${guidanceId}` : `/${organisation}/ik-kom-terug/${id}`;
}
