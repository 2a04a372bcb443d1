// Walk-in moments (inloopmomenten): when the coming ones of a repeating one are. Pure; local time is that of Brussels.
import { addDays, dayOf, instantOf, localDay } from '#platform/days.ts';
import type { Span } from '#platform/hours.ts';
import type { Away } from './presence.ts';

/** How it repeats: once (0), or every so many weeks from its first day on. */
export const rhythms = [0, 1, 2, 3, 4] as const;

/** Days are 'YYYY-MM-DD', times 'HH:MM'. `lastOn` null: until further notice. */
export type DropIn = {
  id: string;
  personId: string;
  firstOn: string;
  everyWeeks: number;
  lastOn: string | null;
  startsAt: string;
  endsAt: string;
  place: string;
};

/** When it is not held: closed days, and while the coach is away. */
export type Hindrances = { closed: ReadonlySet<string>; away: readonly Away[] };

const daysInWeek = 7;

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));

/** The moments that are not over at `now` and begin within that many local days; one under way is the first. */
export function comingMoments(
  dropIn: DropIn,
  { now, days }: { now: Date; days: number },
  { closed, away }: Hindrances,
): Span[] {
  const today = localDay(now);
  return daysOf(dropIn, { from: today, until: addDays(today, days) })
    .filter((day) => !closed.has(day))
    .map((day) => spanOn(dropIn, day))
    .filter((span) => isLeft(span, now) && !away.some((one) => overlaps(one, span)));
}

/** The local days of the pattern, from that day on and before the other. */
function daysOf({ firstOn, everyWeeks, lastOn }: DropIn, range: { from: string; until: string }): string[] {
  const days: string[] = [];
  const isOver = (day: string) => day >= range.until || (lastOn !== null && day > lastOn);
  for (let day = firstFrom(firstOn, everyWeeks, range.from); !isOver(day);) {
    if (day >= range.from) days.push(day);
    if (everyWeeks === 0) break;
    day = addDays(day, everyWeeks * daysInWeek);
  }
  return days;
}

// A pattern that began years ago is not walked week by week.
function firstFrom(firstOn: string, everyWeeks: number, from: string): string {
  const step = everyWeeks * daysInWeek;
  const behind = Math.round((Date.parse(from) - Date.parse(firstOn)) / (24 * 60 * 60_000));
  return step > 0 && behind > 0 ? addDays(firstOn, Math.ceil(behind / step) * step) : firstOn;
}

function spanOn({ startsAt, endsAt }: DropIn, name: string): Span {
  const day = dayOf(name);
  return { from: instantOf(day, minutesOf(startsAt)), until: instantOf(day, minutesOf(endsAt)) };
}

// An hour that the clock skips in March has no length.
const isLeft = ({ from, until }: Span, now: Date): boolean => until > Math.max(from, now.getTime());

const overlaps = ({ from, until }: Away, span: Span): boolean =>
  from.getTime() < span.until && (until === null || until.getTime() > span.from);
