// The coming weeks of a unit as one small drawing and in words. Pure.
import { m } from '#messages';
import { formatShortDay } from '#platform/dates.ts';
import type { Cover, Week } from './coverage-days.ts';

const [barWidth, barGap] = [5, 1];
const step = barWidth + barGap;
export const stripHeight = 16;

/** Where a bar begins, and how high it is: that tells them apart without colour. */
const bars: Record<Cover, { top: number; height: number }> = {
  own: { top: 0, height: stripHeight },
  stand_in: { top: 7, height: 9 },
  others: { top: 13, height: 3 },
};

/** One week: its bars, and the day with which it begins: 'ma 30', with the month where that is another than before. */
export type StripWeek = {
  width: number;
  paths: { cover: Cover; d: string }[];
  begins: string;
};

export type Strip = { weeks: StripWeek[]; words: string; ahead: string | null };

/** One bar a day on which the unit is open. A week that is over, or in which the unit is closed, takes no room. */
export function stripOf(weeks: readonly Week[]): Strip {
  const open = weeks.map(({ days }) => days).filter((days) => days.length > 0);
  let known = '';
  const drawn = open.map((days): StripWeek => {
    const [weekday = '', number = '', month = ''] = formatShortDay(days[0]!.day).split(' ');
    const isNew = month !== known;
    known = month;
    return { ...barsOf(days), begins: [weekday, number, ...(isNew ? [month] : [])].join(' ') };
  });
  return { weeks: drawn, words: words(weeks), ahead: ahead(weeks) };
}

function barsOf(days: Week['days']): Pick<StripWeek, 'width' | 'paths'> {
  const drawn = Map.groupBy(
    days.map(({ cover }, at) => ({ cover, at })),
    ({ cover }) => cover,
  );
  const paths = [...drawn].map(([cover, all]) => {
    const { top, height } = bars[cover];
    return {
      cover,
      d: all.map(({ at }) => `M${at * step} ${top}h${barWidth}v${height}h-${barWidth}z`).join(''),
    };
  });
  return { width: days.length * step - barGap, paths };
}

const mostSaid = 5;

const covers: Record<Cover, () => string> = {
  own: m.people_cover_own,
  stand_in: m.people_cover_stand_in,
  others: m.people_cover_others,
};

/** The whole drawing aloud: each stretch with its days or, when there are many, how many days of each kind. */
function words(weeks: readonly Week[]): string {
  const days = weeks.flatMap((week) => week.days);
  const [first, last] = [days[0], days.at(-1)];
  if (!first || !last) return m.people_weeks_closed();
  const runs = runsOf(weeks);
  if (runs.length <= mostSaid)
    return runs
      .map((run) =>
        m.people_weeks_run({
          ...{ from: formatShortDay(run.first), until: formatShortDay(run.last), cover: covers[run.cover]() },
        }),
      )
      .join(' ');
  const count = (wanted: Cover) => days.filter(({ cover }) => cover === wanted).length;
  return m.people_weeks_words({
    ...{ from: formatShortDay(first.day), until: formatShortDay(last.day) },
    ...{ own: count('own'), standIn: count('stand_in'), others: count('others') },
  });
}

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
