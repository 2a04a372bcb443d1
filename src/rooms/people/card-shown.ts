// Coaches and their walk-in moments in words.
import { m } from '#messages';
import { formatClock, formatDay, formatMoment } from '#platform/dates.ts';
import { dayOf } from '#platform/days.ts';
import { themeLabel, type Theme } from '#rooms/organisations/themes.ts';
import { rhythms, type DropIn } from './drop-in.ts';
import type { HelperCard } from './helper-shown.ts';
import { isHere, type Presence } from './presence.ts';
import { fullName, initialsOf, type Name } from './name.ts';
import { clock, dayLabel, type Weekday } from './week.ts';

type Coach = Name & {
  personId: string;
  units: { id: string; name: string }[];
  isCoach: boolean;
  isExpert: boolean;
  themes: Theme[];
  there: Presence | null;
};

/** Where somebody stands in one line: there now, from when, or not for the time being. Never why. */
export function presenceText(there: Presence | null, now: Date): string {
  if (there === null) return m.people_there_not();
  if (there.leavesAt)
    return m.people_there_leaving({
      ...{ time: formatClock(there.leavesAt), when: formatMoment(there.from, now) },
    });
  if (!there.thereNow) return m.people_there_from({ when: formatMoment(there.from, now) });
  return there.until ? m.people_there_until({ time: formatClock(there.until) }) : m.people_there_now();
}

/** A coach or expert in a list, and at the top of their card. */
export const shownCoach = (coach: Coach, now: Date) => ({
  id: coach.personId,
  name: fullName(coach),
  initials: initialsOf(coach),
  isCoach: coach.isCoach,
  isExpert: coach.isExpert,
  units: coach.units.map(({ name }) => name).join(', '),
  themes: coach.themes.map(themeLabel),
  thereNow: isHere(coach.there),
  presence: presenceText(coach.there, now),
});

export type ShownCoach = ReturnType<typeof shownCoach>;

/** Who would help a unit, in order, each in one line. */
export const shownHelpers = ({ helpers, now }: { helpers: readonly HelperCard[]; now: Date }) =>
  helpers.map((card) => ({
    id: card.personId,
    name: fullName(card),
    initials: initialsOf(card),
    about: [card.unitName, presenceText(card, now)].join(' · '),
  }));

export type ShownHelper = ReturnType<typeof shownHelpers>[number];

type Moment = Name & { dropInId: string; from: Date; until: Date; place: string };

/** 'morgen om 10.00 uur, tot 11.30 uur', and where. */
export const shownMoment = ({ dropInId, from, until, place, ...coach }: Moment, now: Date) => {
  const end = formatClock(until);
  const start = formatMoment(from, now);
  return {
    id: `${dropInId} ${from.toISOString()}`,
    name: fullName(coach),
    place,
    when:
      from <= now ? m.people_drop_in_now({ until: end }) : m.people_drop_in_when({ from: start, until: end }),
  };
};

export type ShownMoment = ReturnType<typeof shownMoment>;

const rhythmLabels: Record<(typeof rhythms)[number], () => string> = {
  0: m.people_drop_in_once,
  1: m.people_drop_in_weekly,
  2: m.people_drop_in_every_2,
  3: m.people_drop_in_every_3,
  4: m.people_drop_in_every_4,
};

/** How it may repeat, to choose from. */
export const rhythmOptions = () =>
  rhythms.map((weeks) => ({ value: String(weeks), label: rhythmLabels[weeks]() }));

/** A pattern in words: 'elke week op dinsdag, van 10.00 tot 11.30 uur'. */
export function patternText({
  firstOn,
  everyWeeks,
  lastOn,
  startsAt,
  endsAt,
}: Omit<DropIn, 'id' | 'personId'>) {
  const times = m.people_drop_in_times({ from: clock(startsAt), until: clock(endsAt) });
  if (everyWeeks === 0) return m.people_drop_in_on_day({ day: formatDay(firstOn), times });
  const rhythm = rhythms.find((weeks) => weeks === everyWeeks) ?? 1;
  const weekday = dayLabel(String(dayOf(firstOn).weekday) as Weekday);
  const text = m.people_drop_in_on_weekday({ rhythm: rhythmLabels[rhythm](), weekday, times });
  return lastOn ? m.people_drop_in_until_day({ text, day: formatDay(lastOn) }) : text;
}
