// Who helps where, in words: for whoever keeps it running, and for every colleague. Pure.
import { m } from '#messages';
import { formatClock, formatDay, formatMoment, formatShortDay } from '#platform/dates.ts';
import { localDay } from '#platform/days.ts';
import { treeOf } from '#rooms/organisations/tree.ts';
import type { Reason } from './candidates.ts';
import type { CoachHere, Gap, UnitCoverage } from './coverage.ts';
import type { Cover } from './coverage-days.ts';
import { stripOf } from './coverage-strip.ts';
import { roleLabel } from './labels.ts';
import { fullName, type Name } from './name.ts';
import type { Presence } from './presence.ts';

type Unit = { unitId: string; name: string; parentId: string | null };
type Arranged = { personId: string };
type Around = { now: Date; nameOf: (unitId: string) => string; mayMark: ReadonlySet<string> };

/** Rows below the unit that they all stand under; '' for those that stand alone. */
export type Group<Row> = { id: string; title: string; rows: Row[] };

/** The tree as groups: what hangs below one top unit together, then all that stand alone. */
export function grouped<Row extends Unit>(rows: readonly Row[], counts: (row: Row) => boolean): Group<Row>[] {
  const groups: Group<Row>[] = [];
  for (const { unit, depth } of treeOf(rows.map((row) => ({ ...row, id: row.unitId })))) {
    if (depth === 0) groups.push({ id: unit.unitId, title: unit.name, rows: [] });
    if (counts(unit)) groups.at(-1)?.rows.push(unit);
  }
  const alone = groups.flatMap(({ rows: own, id }) => (own.length === 1 && own[0]?.unitId === id ? own : []));
  const together = groups.filter(
    ({ rows: own }) => own.length > 0 && !own.every((row) => alone.includes(row)),
  );
  return alone.length === 0 ? together : [...together, { id: '', title: '', rows: alone }];
}

/** Somebody works there, or coaches there: what only holds other units is no dienst that needs help. */
const counts = ({ staff, coaches }: UnitCoverage) => staff > 0 || coaches.length > 0;

/** The page of whoever keeps it running: a sentence, what asks attention, and all units as a list and as a map. */
export function shownCoverage({
  units,
  arranges,
  now,
}: {
  units: UnitCoverage[];
  arranges: Arranged[];
  now: Date;
}) {
  const names = new Map(units.map(({ unitId, name }) => [unitId, name]));
  const around: Around = {
    ...{ now, nameOf: (id) => names.get(id) ?? '' },
    mayMark: new Set(arranges.map(({ personId }) => personId)),
  };
  const shown = new Map(units.map((unit) => [unit.unitId, shownUnit(unit, around)]));
  const row = ({ unitId }: Unit) => shown.get(unitId)!;
  const attention = units.filter((unit) => counts(unit) && unit.cover !== 'own').toSorted(byUrgency);
  return {
    lead: leadOf(units.filter(counts), now),
    attention: attention.map(row),
    groups: grouped(units, counts).map((group) => ({ ...group, rows: group.rows.map(row) })),
  };
}

export type ShownUnit = ReturnType<typeof shownUnit>;

const kinds: Gap['kind'][] = ['no_coach', 'away', 'day_off'];
const urgency = ({ cover, gap }: UnitCoverage) =>
  Number(cover === 'stand_in') * kinds.length + (gap ? kinds.indexOf(gap.kind) : 0);
const byUrgency = (one: UnitCoverage, other: UnitCoverage) => urgency(one) - urgency(other);

const chips: Record<Cover, () => string> = {
  own: m.people_cover_own,
  stand_in: m.people_cover_stand_in,
  others: m.people_cover_others,
};

/** The day that a cover is of; who helps at this moment is another matter. */
const dayWord = (day: string, now: Date): string =>
  day === localDay(now) ? m.people_lead_today() : formatShortDay(day);

function shownUnit(unit: UnitCoverage, around: Around) {
  const { first, cover, gap } = unit;
  return {
    ...{ unitId: unit.unitId, name: unit.name, cover },
    chip: m.people_cover_day({ day: dayWord(unit.day, around.now), cover: chips[cover]() }),
    size: unit.staff >= 30 ? 'large' : unit.staff >= 12 ? 'medium' : 'small',
    noCoach: unit.coaches.length === 0,
    helps: first && helpsNow(first, unit, around),
    /** For a tile, where there is room for a name only. */
    short: first && shortly(first, cover),
    since: gap && sinceOf(gap),
    coaches: unit.coaches.map((coach) => shownCoach(coach, around)),
    /** Who helps now is not all there is to know of its coaches. */
    tellsCoaches: unit.coaches.length > 1 || unit.coaches.some(({ away }) => away !== null),
    strip: stripOf(unit.weeks),
  };
}

type First = NonNullable<UnitCoverage['first']>;

function helpsNow(first: First, { coaches }: UnitCoverage, { now, nameOf }: Around): string {
  const name = fullName(first);
  const who = whoIs(first.reason, { nameOf, coaches });
  return thereLine(who ? m.people_where_who({ name, who }) : name, first, now);
}

const shortly = (first: First, cover: Cover): string => {
  const name = fullName(first);
  if (cover === 'own') return name;
  return cover === 'stand_in' ? m.people_where_replaces({ name }) : m.people_where_helps({ name });
};

function thereLine(name: string, { thereNow, from, until, leavesAt }: Presence, now: Date): string {
  if (leavesAt)
    return m.people_where_leaving({
      ...{ name, time: formatClock(leavesAt), when: formatMoment(from, now) },
    });
  if (!thereNow) return m.people_where_from({ name, when: formatMoment(from, now) });
  const today = until && localDay(until) === localDay(now);
  return today ? m.people_where_until({ name, time: formatClock(until) }) : m.people_where_now({ name });
}

/** Who the first is when it is not a coach of the unit itself. */
function whoIs(
  reason: Reason,
  { nameOf, coaches }: { nameOf: (unitId: string) => string; coaches: CoachHere[] },
): string | null {
  switch (reason.kind) {
    case 'own_coach':
      return null;
    case 'substitute':
      return m.people_where_substitute({
        name: fullName(coaches.find(({ personId }) => personId === reason.forId)) ?? '',
      });
    case 'neighbour':
      return m.people_where_coach_of({ unit: nameOf(reason.unitId) });
    case 'pool':
      return m.people_where_pool();
    case 'expert':
    case 'ict':
    case 'coordinator':
    case 'admin':
      return roleLabel(reason.kind);
  }
}

function sinceOf({ kind, since }: Gap): string {
  if (kind === 'day_off') return m.people_gap_day_off();
  if (kind === 'away') return m.people_gap_away({ day: formatShortDay(since ?? '') });
  return since ? m.people_gap_no_coach({ day: formatDay(since) }) : m.people_gap_never();
}

function shownCoach({ away, there, ...coach }: CoachHere, { now, mayMark }: Around) {
  const until = away?.until ? formatShortDay(new Date(away.until.getTime() - 1)) : null;
  const line = away
    ? until
      ? m.people_coach_away_until({ day: until })
      : m.people_coach_away()
    : there
      ? coachThere(there, now)
      : m.people_coach_nowhere();
  return {
    ...{ personId: coach.personId, name: fullName(coach) },
    ...{ line, away: away !== null, mayMark: mayMark.has(coach.personId) },
  };
}

function coachThere({ thereNow, from, leavesAt }: Presence, now: Date): string {
  const when = formatMoment(from, now);
  if (leavesAt) return m.people_there_leaving({ time: formatClock(leavesAt), when });
  return thereNow ? m.people_coach_there() : m.people_coach_from({ when });
}

const mostNamed = 3;

/** "In 23 van de 27 diensten is de eigen digicoach er. 3 diensten hebben vandaag niemand van zichzelf; Bram Claes helpt daar." */
function leadOf(units: UnitCoverage[], now: Date): string {
  const own = units.filter(({ cover }) => cover === 'own').length;
  const standIn = units.filter(({ cover }) => cover === 'stand_in').length;
  const without = units.filter(({ cover }) => cover === 'others');
  const day = dayWords(units, now);
  const names = [...new Set(without.flatMap(({ first }) => fullName(first) ?? []))];
  const who =
    names.length > mostNamed
      ? m.people_lead_several()
      : new Intl.ListFormat('nl-BE', { type: 'conjunction' }).format(names);
  const total = units.length;
  return [
    own === total ? m.people_lead_all({ total, day }) : m.people_lead_own({ own, total, day }),
    standIn > 0 ? m.people_lead_stand_in({ count: standIn }) : '',
    without.length > 0 && own < total ? m.people_lead_others({ count: without.length, names: who }) : '',
  ]
    .filter(Boolean)
    .join(' ');
}

/** 'vandaag', unless most units are closed for today. */
function dayWords(units: UnitCoverage[], now: Date): string {
  const days = Map.groupBy(units, ({ day }) => day);
  const [most = localDay(now)] = [...days]
    .toSorted(([, a], [, b]) => b.length - a.length)
    .map(([day]) => day);
  return most === localDay(now) ? m.people_lead_today() : m.people_lead_on({ day: formatShortDay(most) });
}

type HelpsToday = Unit & {
  staff: number;
  first: (Name & Omit<Presence, 'until'> & { kind: Reason['kind'] }) | null;
};

/** The same for every colleague: there or not, nothing about who is away. */
export const shownToday = ({ units, now }: { units: HelpsToday[]; now: Date }) =>
  grouped(units, ({ staff }) => staff > 0).map(({ rows, ...group }) => ({
    ...group,
    rows: rows.map(({ unitId, name, first }) => ({
      ...{ unitId, name, thereNow: first?.thereNow ?? false },
      helps: first && thereLine(fullName(first), { ...first, until: null }, now),
    })),
  }));

export type ShownToday = ReturnType<typeof shownToday>[number]['rows'][number];
