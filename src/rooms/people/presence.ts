// When somebody is there: the week pattern, minus closed days, minus absence, minus 'even niet'. Pure.
import { dayAt } from '#platform/days.ts';
import { firstStretch, openSpans, stretchEnd, type Calendar, type Span } from '#platform/hours.ts';

/** Half open; `until` null is open-ended. No reason is kept, on purpose. */
export type Away = { from: Date; until: Date | null; substituteId: string | null };

/** `notFoundUntil`: somebody looked for them in vain. `until`: the end of their last day; null when none is known. */
export type Unavailable = {
  away: Away[];
  pausedUntil: Date | null;
  notFoundUntil?: Date | null;
  until: Date | null;
};

/**
 * `thereNow`: for a new question, so for at least 30 minutes more. `until` is null when not, and when there now without
 * an end in the coming week (round the clock). `leavesAt`: still there, but no half hour any more.
 */
export type Presence = { from: Date; until: Date | null; thereNow: boolean; leavesAt?: Date };

/** Whether somebody can be met: there for a new question, or in their last minutes. */
export const isHere = (there: Pick<Presence, 'thereNow' | 'leavesAt'> | null): boolean =>
  there !== null && (there.thereNow || there.leavesAt !== undefined);

/** Who goes sooner has no time for a new question. */
export const thereForMinutes = 30;
const withinDays = 60;
const sightDays = 7;
const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;

/** So many minutes later, on the whole minute: what is kept is what the screen shows. */
export const minutesLater = (moment: Date, minutes: number): Date =>
  new Date((Math.floor(moment.getTime() / minuteMs) + minutes) * minuteMs);

/** The absences that hold at that moment. */
export const currentAbsences = (away: Away[], moment: Date): Away[] =>
  away.filter(({ from, until }) => from <= moment && (until === null || moment < until));

const [always, never] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];

function gapsOf({ away, pausedUntil, notFoundUntil, until: lastMoment }: Unavailable): Span[] {
  const gaps = away.map(({ from, until }) => ({ from: from.getTime(), until: until?.getTime() ?? never }));
  if (pausedUntil) gaps.push({ from: always, until: pausedUntil.getTime() });
  if (notFoundUntil) gaps.push({ from: always, until: notFoundUntil.getTime() });
  if (lastMoment) gaps.push({ from: lastMoment.getTime(), until: never });
  return gaps.filter(({ from, until }) => from < until).toSorted((a, b) => a.from - b.from);
}

/** The spans with the gaps (sorted by begin) cut out; stops at a gap that never ends. */
function* cut(spans: Iterable<Span>, gaps: Span[]): Generator<Span> {
  for (const { from, until } of spans) {
    let at = from;
    for (const gap of gaps) {
      if (gap.from >= until) break;
      if (at < gap.from) yield { from: at, until: gap.from };
      at = Math.max(at, gap.until);
    }
    if (at === never) return;
    if (at < until) yield { from: at, until };
  }
}

/** The first moment from which somebody is there for at least 30 minutes; null when not within 60 days. */
export function presence(calendar: Calendar, unavailable: Unavailable, moment: Date): Presence | null {
  const gaps = gapsOf(unavailable);
  const free = (days: number) => cut(openSpans(calendar, moment, days), gaps);
  const from = firstStretch(free(withinDays), thereForMinutes);
  if (from === null) return null;
  const end = stretchEnd(free(sightDays + 1), moment);
  if (from > moment.getTime()) {
    const later = { from: new Date(from), until: null, thereNow: false };
    return end === null ? later : { ...later, leavesAt: new Date(end) };
  }
  const inSight = end !== null && end <= moment.getTime() + sightDays * dayMs;
  return { from: moment, until: inSight ? new Date(end) : null, thereNow: true };
}

/** The local days, of the `days` that begin with that of `moment`, on which somebody is there for at least 30 minutes. */
export function daysThere(
  calendar: Calendar,
  unavailable: Unavailable,
  { moment, days }: { moment: Date; days: number },
): Set<string> {
  const there = new Set<string>();
  for (const { from, until } of cut(openSpans(calendar, moment, days - 1), gapsOf(unavailable)))
    if (until - from >= thereForMinutes * minuteMs) there.add(dayAt(new Date(from)).name);
  return there;
}
