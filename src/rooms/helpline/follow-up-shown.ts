import { m } from '#messages';
import { formatDay } from '#platform/dates.ts';
import { fullName } from '#rooms/people/name.ts';
import type { FollowUpSeen, FollowUpState } from './follow-up.ts';

/** A line as a list shows it, in words that are ready. */
export type FollowUpLine = {
  id: string;
  title: string;
  hint: string;
  isNew: boolean;
  /** It is for this reader to do something. */
  waits: boolean;
};

type Words = { name: string; day: string };

const toColleague: Record<FollowUpState, (words: Words) => [title: string, hint: string]> = {
  proposed: (words) => [m.helpline_follow_up_wants(words), m.helpline_follow_up_suits()],
  agreed: (words) => [m.helpline_follow_up_comes(words), m.helpline_follow_up_you_said_yes()],
  declined: (words) => [m.helpline_follow_up_not(words), m.helpline_follow_up_you_said_no()],
  done: (words) => [m.helpline_follow_up_came(words), m.helpline_follow_up_is_done()],
  withdrawn: (words) => [m.helpline_follow_up_off(words), m.helpline_follow_up_nothing_to_do()],
};

const toCoach: Record<FollowUpState, (words: Words) => [title: string, hint: string]> = {
  proposed: (words) => [m.helpline_follow_up_you_proposed(words), m.helpline_follow_up_no_answer_yet(words)],
  agreed: (words) => [m.helpline_follow_up_you_come(words), m.helpline_follow_up_they_said_yes(words)],
  declined: (words) => [m.helpline_follow_up_you_proposed(words), m.helpline_follow_up_they_said_no(words)],
  done: (words) => [m.helpline_follow_up_you_came(words), m.helpline_follow_up_is_done()],
  withdrawn: (words) => [m.helpline_follow_up_you_withdrew(words), m.helpline_follow_up_goes_not()],
};

/** What it says to whoever looks, on that day. */
export function followUpLine(seen: FollowUpSeen, today: string): FollowUpLine {
  const { id, state, comeOn, iAmCoach, other, isNew } = seen;
  const day = comeOn === today ? m.helpline_follow_up_today() : formatDay(comeOn);
  const [title, hint] = (iAmCoach ? toCoach : toColleague)[state]({
    name: fullName(other),
    day,
  });
  const isDue = state === 'agreed' && comeOn <= today;
  return { id, title, hint, isNew, waits: iAmCoach ? isDue : state === 'proposed' };
}
