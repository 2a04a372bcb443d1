import { formatDay } from '#platform/dates.ts';
import { posterHere } from '#rooms/startpath/server/index.ts';

export const load = async ({ locals: { who }, params, url }) => {
  const { now, organisation: made, ...poster } = await posterHere(who, params.unit);
  return { poster, made, day: formatDay(now), address: `${url.host}/${params.organisation}` };
};
