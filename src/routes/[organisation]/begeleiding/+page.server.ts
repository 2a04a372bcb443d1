import { formatDay } from '#platform/dates.ts';
import { followUpLine } from '#rooms/helpline/follow-up-shown.ts';
import type { GuidanceRow } from '#rooms/helpline/guidance.ts';
import { namesInRow } from '#rooms/helpline/guidance-shown.ts';
import { followUpsForMe, guidancesHere } from '#rooms/helpline/server/index.ts';

/** The notebook of a coach: what runs, what is over, and to whom they come back. */
export const load = async ({ locals: { who } }) => {
  const { open, ended } = await guidancesHere(who);
  const { followUps, today } = await followUpsForMe(who);
  return {
    open: open.map(lineOf),
    ended: ended.map(lineOf),
    comingBack: followUps.filter(({ iAmCoach }) => iAmCoach).map((one) => followUpLine(one, today)),
  };
};

const lineOf = ({ id, goal, names, lastHeldOn }: GuidanceRow) => ({
  id,
  goal,
  names: namesInRow(names),
  last: lastHeldOn && formatDay(lastHeldOn),
});
