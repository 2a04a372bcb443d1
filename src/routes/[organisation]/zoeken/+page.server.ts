import { shownCoach } from '#rooms/people/card-shown.ts';
import { coachesNamed } from '#rooms/people/server/index.ts';
import { findQuestions } from '#rooms/helpline/server/index.ts';
import { search } from '#rooms/search/server/index.ts';

export const load = async ({ locals: { who }, url }) => {
  const q = (url.searchParams.get('q') ?? '').trim();
  if (!q) return { q, hits: [], coaches: [], questions: [] };
  const { helpers, now } = await coachesNamed(who, q);
  return {
    q,
    hits: await search(who, { text: q, kinds: [], limit: 20 }),
    questions: await findQuestions(who, { text: q, limit: 10 }),
    coaches: helpers.map((helper) => shownCoach(helper, now)),
  };
};
