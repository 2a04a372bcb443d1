import { formatDay } from '#platform/dates.ts';
import { posterHere, postersHere } from '#rooms/startpath/server/index.ts';

/** Every unit with a coach of its own: a poster without a name is printed only by who asks for it. */
export const load = async ({ locals: { who, askedAt }, params, url }) => {
  const posters = [];
  for (const { unitId, coaches } of await postersHere(who))
    if (coaches.length > 0) posters.push({ unitId, ...(await posterHere(who, unitId)) });
  return {
    posters: posters.map(({ now: _, ...poster }) => poster),
    ...{ day: formatDay(askedAt), address: `${url.host}/${params.organisation}` },
  };
};
