import { m } from '#messages';
import { formatClock, formatMoment } from '#platform/dates.ts';
import { ways, type Way } from '#rooms/helpline/forms.ts';
import { whoMayHelpMe, type CoachChoice } from '#rooms/helpline/server/index.ts';
import type { WhoGets } from '#rooms/helpline/who-gets.ts';
import { fullName } from '#rooms/people/name.ts';
import type { Presence } from '#rooms/people/presence.ts';
import { whoHelpsMe } from '#rooms/people/server/index.ts';
import type { Actor } from '#platform/actor.ts';

/** Who gets the question, who may be chosen, and whom to offer first. `wantedId`: a coach that the address names. */
export async function whoGets(who: Actor, wantedId: string | null): Promise<WhoGets> {
  const { first, now } = await whoHelpsMe(who);
  const { instead, coaches } = await whoMayHelpMe(who);
  const name = fullName(first);
  return {
    first: firstThere(name, first, now),
    leads: instead ? m.helpline_coach_leads({ name, instead: fullName(instead) }) : null,
    suggestedId: coaches.unit.find((one) => one.personId === wantedId)?.personId ?? instead?.personId ?? null,
    coaches: merged(coaches, now),
  };
}

function firstThere(name: string, { thereNow, from, until, leavesAt }: Presence, now: Date): string {
  const when = formatMoment(from, now);
  if (leavesAt) return m.helpline_first_leaving({ name, time: formatClock(leavesAt), when });
  if (!thereNow) return m.helpline_first_there_from({ name, when });
  return until
    ? m.helpline_first_there_until({ name, time: formatClock(until) })
    : m.helpline_first_there({ name });
}

/** Each coach once, with the ways in which they may be chosen. */
function merged(coaches: Record<Way, CoachChoice[]>, now: Date): WhoGets['coaches'] {
  const all = new Map(ways.flatMap((way) => coaches[way]).map((one) => [one.personId, one]));
  return [...all.values()].map((one) => ({
    id: one.personId,
    name: fullName(one),
    there: thereFrom(one, now),
    label: labelOf(one, now),
    ways: ways.filter((way) => coaches[way].some(({ personId }) => personId === one.personId)),
  }));
}

const thereFrom = ({ thereNow, from, ...coach }: CoachChoice, now: Date) =>
  thereNow
    ? m.helpline_first_there({ name: fullName(coach) })
    : m.helpline_first_there_from({ name: fullName(coach), when: formatMoment(from, now) });

const labelOf = ({ unitName, thereNow, from, ...coach }: CoachChoice, now: Date) =>
  [
    fullName(coach),
    unitName,
    thereNow ? m.people_there_now() : m.people_there_from({ when: formatMoment(from, now) }),
  ]
    .filter(Boolean)
    .join(' · ');
