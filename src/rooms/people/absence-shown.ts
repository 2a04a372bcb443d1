import { m } from '#messages';
import { formatClock, formatDay, formatMoment, formatShortDay } from '#platform/dates.ts';
import { localDay } from '#platform/days.ts';
import { roleLabel } from './labels.ts';
import { fullName, type Name } from './name.ts';
import { isHere, type Presence } from './presence.ts';
import { lastLookedAt, type Period, type StandIn } from './stand-ins.ts';

/** Who could stand in during that time, the best first. */
type Choice = { period: Period; standIns: StandIn[] };

type Absence = {
  id: string;
  from: Date;
  until: Date | null;
  substituteId: string | null;
  substitute: Name | null;
} & Choice;

type Away = Name & {
  personId: string;
  substituteId: string | null;
  absences: Absence[];
  now: Date;
} & Choice;

/** An absence ends when a day begins: the day before was the last. */
const lastDayOf = (until: Date) => localDay(new Date(until.getTime() - 1));

/** Somebody's absences as the form that changes them shows them; never why. */
export const shownAway = ({ absences, now, ...who }: Away) => ({
  ...{ personId: who.personId, name: fullName(who) },
  isAway: absences.some(({ from }) => from <= now),
  absences: absences.map((one) => shownAbsence(one, now)),
  substituteId: who.substituteId ?? '',
  choice: shownChoice(who),
});

export type ShownAway = ReturnType<typeof shownAway>;

export type ShownChoice = ReturnType<typeof shownChoice>;

/** Who could stand in, each with how much of that time they are there. */
const shownChoice = ({ period, standIns }: Choice) => ({
  about: m.people_stand_in_about({
    from: formatShortDay(period.from),
    until: formatShortDay(new Date(lastLookedAt(period).getTime() - 1)),
  }),
  colleagues: standIns.map((one) => ({
    ...{ id: one.id, name: fullName(one), units: one.unitName },
    hint: [one.unitName, one.isCoach ? roleLabel('coach') : '', daysText(one.days)]
      .filter(Boolean)
      .join(' · '),
  })),
});

function daysText({ there, of }: StandIn['days']): string {
  if (of === 0) return '';
  if (there === 0) return m.people_stand_in_not_there();
  if (there < of) return m.people_stand_in_some_days({ there, of });
  return of === 1 ? m.people_stand_in_that_day() : m.people_stand_in_all_days();
}

function shownAbsence({ id, from, until, substituteId, substitute, ...choice }: Absence, now: Date) {
  const begun = from <= now;
  const values = {
    ...{ from: begun ? '' : localDay(from), until: until ? lastDayOf(until) : '' },
    substituteId: substituteId ?? '',
  };
  return {
    id,
    begun,
    when: whenAway({ from, until }, begun),
    substitute: substitute && fullName(substitute),
    values,
    choice: shownChoice(choice),
  };
}

function whenAway({ from, until }: Pick<Absence, 'from' | 'until'>, begun: boolean): string {
  if (begun) return until ? m.people_away_until({ day: formatDay(lastDayOf(until)) }) : m.people_away_open();
  const first = formatDay(from);
  return until
    ? m.people_away_between({ from: first, until: formatDay(lastDayOf(until)) })
    : m.people_away_from({ from: first });
}

/** What is wrong, by the id of its field: a form that changes one absence has its own. */
export const problemsById = (problems: Record<string, string>, { id }: Record<string, string>) =>
  Object.fromEntries(
    Object.entries(problems).map(([name, text]) => [id && name ? `${name}-${id}` : name, text]),
  );

type MyPresence = {
  when: Presence | null;
  pausedUntil: Date | null;
  notFound: boolean;
  away: { until: Date | null } | null;
  now: Date;
};

/** How one stands there for colleagues, in one line. */
export const shownPresence = (presence: MyPresence) => ({
  state: stateOf(presence),
  line: lineOf(presence),
  notFound: presence.notFound,
});

export type ShownPresence = ReturnType<typeof shownPresence>;

function stateOf({ when, pausedUntil, away }: MyPresence): 'away' | 'paused' | 'here' | 'later' {
  if (away) return 'away';
  if (pausedUntil) return 'paused';
  return isHere(when) ? 'here' : 'later';
}

function lineOf({ when, pausedUntil, away, now }: MyPresence): string {
  if (away)
    return away.until
      ? m.people_me_away_until({ day: formatDay(lastDayOf(away.until)) })
      : m.people_me_away_open();
  if (pausedUntil) return m.people_me_paused({ time: formatClock(pausedUntil) });
  if (!when) return m.people_me_nowhere();
  if (when.leavesAt)
    return m.people_me_leaving({
      ...{ time: formatClock(when.leavesAt), when: formatMoment(when.from, now) },
    });
  if (!when.thereNow) return m.people_me_later({ when: formatMoment(when.from, now) });
  return when.until ? m.people_me_here_until({ time: formatClock(when.until) }) : m.people_me_here();
}
