import { formatDay } from '#platform/dates.ts';
import { announcementHere } from '#rooms/startpath/server/index.ts';

export const load = async ({ locals: { who } }) => {
  const made = await announcementHere(who);
  return { announced: made && { body: made.body, day: formatDay(made.madeOn) } };
};
