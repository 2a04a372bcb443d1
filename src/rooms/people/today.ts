// Who of the coaches is there today, in words, and whom a few typed letters mean. Pure.
import { m } from '#messages';
import { formatDay } from '#platform/dates.ts';
import { presenceText } from './card-shown.ts';
import { textHas } from './card.ts';
import { fullName, initialsOf, type Name } from './name.ts';
import { isHere, type Presence } from './presence.ts';

type Helping = Name & Presence & { unitName: string };

type CoachToday = Name & {
  personId: string;
  unitNames: string[];
  there: Presence | null;
  /** `today`: until the end of this day, so that it may have been a slip. */
  away: { until: Date | null; today: boolean } | null;
  /** For each of their units, who helps there now. */
  instead: Helping[];
};

/** A coach one may mark away: in the list of who is there, or among those who are not. */
const shownCoachToday = ({ away, there, instead, ...coach }: CoachToday, now: Date) => ({
  ...{ id: coach.personId, name: fullName(coach), initials: initialsOf(coach) },
  units: coach.unitNames.join(', '),
  isHere: isHere(there),
  presence: presenceText(there, now),
  away: away && {
    until: away.until
      ? m.people_away_until({ day: formatDay(new Date(away.until.getTime() - 1)) })
      : m.people_away_open(),
    today: away.today,
    instead: instead.map((one) =>
      m.people_today_instead({
        ...{ unit: one.unitName, name: fullName(one), presence: presenceText(one, now) },
      }),
    ),
  },
});

export type ShownCoachToday = ReturnType<typeof shownCoachToday>;

export function shownCoachesToday({ coaches, now }: { coaches: CoachToday[]; now: Date }) {
  const shown = coaches.map((coach) => shownCoachToday(coach, now));
  return { there: shown.filter(({ away }) => !away), away: shown.filter(({ away }) => away) };
}

/** Those that are meant, and those that are ticked already. Nothing typed: everybody. */
export const meant = <Row extends { id: string; name: string; units: string }>(
  rows: readonly Row[],
  typed: string,
  ticked: readonly string[],
): Row[] =>
  rows.filter(
    ({ id, name, units }) => ticked.includes(id) || !typed.trim() || textHas(`${name} ${units}`, typed),
  );
