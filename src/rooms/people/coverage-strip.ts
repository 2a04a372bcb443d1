// The coming weeks of a unit as one small drawing and in words. Pure.
import { m } from '#messages';
import { formatShortDay } from '#platform/dates.ts';
import type { Cover, Week } from './coverage-days.ts';

const [barWidth, barGap, weekGap] = [4, 1, 6];
export const stripHeight = 16;

/** Where a bar begins, and how high it is: that tells them apart without colour. */
const bars: Record<Cover, { top: number; height: number }> = {
  own: { top: 0, height: stripHeight },
  stand_in: { top: 7, height: 9 },
  others: { top: 13, height: 3 },
};

export type Strip = {
  width: number;
  paths: { cover: Cover; d: string }[];
  words: string;
  ahead: string | null;
};

/** One bar a day on which the unit is open, week by week. */
export function stripOf(weeks: readonly Week[]): Strip {
  const drawn: Record<Cover, string[]> = { own: [], stand_in: [], others: [] };
  let x = 0;
  for (const { days } of weeks) {
    for (const { cover } of days) {
      const { top, height } = bars[cover];
      drawn[cover].push(`M${x} ${top}h${barWidth}v${height}h-${barWidth}z`);
      x += barWidth + barGap;
    }
    // A week that is over, or in which the unit is closed, takes no room.
    if (days.length > 0) x += weekGap;
  }
  const covers = Object.keys(bars) as Cover[];
  const paths = covers.flatMap((cover) =>
    drawn[cover].length > 0 ? [{ cover, d: drawn[cover].join('') }] : [],
  );
  return { width: Math.max(1, x - weekGap), paths, words: words(drawn), ahead: ahead(weeks) };
}

const words = ({ own, stand_in: standIn, others }: Record<Cover, string[]>): string =>
  m.people_weeks_words({ own: own.length, standIn: standIn.length, others: others.length });

type Run = { cover: Cover; first: string; last: string };

function runsOf(weeks: readonly Week[]): Run[] {
  const runs: Run[] = [];
  for (const { day, cover } of weeks.flatMap(({ days }) => days)) {
    const run = runs.at(-1);
    if (run?.cover === cover) run.last = day;
    else runs.push({ cover, first: day, last: day });
  }
  return runs;
}

const mostTold = 2;

/** What changes in the coming weeks, when it can be said shortly: null when every day is alike. */
function ahead(weeks: readonly Week[]): string | null {
  const runs = runsOf(weeks);
  if (runs.length < 2) return null;
  const told = runs.filter(({ cover }, index) => cover !== 'own' && index > 0);
  if (told.length > mostTold) {
    const days = weeks.flatMap((week) => week.days);
    const without = days.filter(({ cover }) => cover !== 'own').length;
    return m.people_weeks_many({ count: without, total: days.length });
  }
  if (told.length === 0) return m.people_weeks_back({ day: formatShortDay(runs[1]!.first) });
  return told.map(runInWords).join(' ');
}

function runInWords({ cover, first, last }: Run): string {
  const [from, until] = [formatShortDay(first), formatShortDay(last)];
  if (cover === 'stand_in')
    return first === last ? m.people_weeks_stand_in_on({ from }) : m.people_weeks_stand_in({ from, until });
  return first === last ? m.people_weeks_others_on({ from }) : m.people_weeks_others({ from, until });
}
