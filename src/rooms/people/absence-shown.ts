import { m } from '#messages';
import { formatClock, formatDay, formatMoment } from '#platform/dates.ts';
import { localDay } from '#platform/days.ts';

type Named = { firstName: string; lastName: string };

type Absence = {
  id: string;
  from: Date;
  until: Date | null;
  substituteId: string | null;
  substitute: Named | null;
};

type Away = Named & {
  personId: string;
  substituteId: string | null;
  absences: Absence[];
  colleagues: (Named & { id: string; unitName: string })[];
  now: Date;
};

const fullName = ({ firstName, lastName }: Named) => `${firstName} ${lastName}`;

/** An absence ends when a day begins: the day before was the last. */
const lastDayOf = (until: Date) => localDay(new Date(until.getTime() - 1));

/** Somebody's absences as the form that changes them shows them; never why. */
export const shownAway = ({ absences, colleagues, now, ...who }: Away) => ({
  ...{ personId: who.personId, firstName: who.firstName, name: fullName(who) },
  isAway: absences.some(({ from }) => from <= now),
  absences: absences.map((one) => shownAbsence(one, now)),
  substituteId: who.substituteId ?? '',
  colleagues: colleagues.map((one) => ({ value: one.id, label: `${fullName(one)} (${one.unitName})` })),
});

export type ShownAway = ReturnType<typeof shownAway>;

function shownAbsence({ id, from, until, substituteId, substitute }: Absence, now: Date) {
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

type Presence = {
  when: { from: Date; until: Date | null; thereNow: boolean } | null;
  pausedUntil: Date | null;
  notFound: boolean;
  away: { until: Date | null } | null;
  now: Date;
};

/** How one stands there for colleagues, in one line. */
export const shownPresence = (presence: Presence) => ({
  state: stateOf(presence),
  line: lineOf(presence),
  notFound: presence.notFound,
});

export type ShownPresence = ReturnType<typeof shownPresence>;

function stateOf({ when, pausedUntil, away }: Presence): 'away' | 'paused' | 'here' | 'later' {
  if (away) return 'away';
  if (pausedUntil) return 'paused';
  return when?.thereNow ? 'here' : 'later';
}

function lineOf({ when, pausedUntil, away, now }: Presence): string {
  if (away)
    return away.until
      ? m.people_me_away_until({ day: formatDay(lastDayOf(away.until)) })
      : m.people_me_away_open();
  if (pausedUntil) return m.people_me_paused({ time: formatClock(pausedUntil) });
  if (!when) return m.people_me_nowhere();
  if (!when.thereNow) return m.people_me_later({ when: formatMoment(when.from, now) });
  return when.until ? m.people_me_here_until({ time: formatClock(when.until) }) : m.people_me_here();
}
