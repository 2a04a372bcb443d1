// Which units are without a coach of their own, now or in the coming weeks, each with its one next step. Pure.
import { m } from '#messages';
import { formatShortDay } from '#platform/dates.ts';
import type { UnitCoverage } from './coverage.ts';
import { shownCoverage } from './coverage-shown.ts';
import { fullName, type Name } from './name.ts';

/** `choose`: name a coach. `replace`: somebody stands in for the coach who is away. `look`: see who helps where. */
export type NextStep =
  { kind: 'choose'; unitId: string } | { kind: 'replace'; personId: string; name: string } | { kind: 'look' };

export type WithoutCoach = { unitId: string; name: string; lines: string[]; soon: boolean; next: NextStep };

type Found = Parameters<typeof shownCoverage>[0];

/** First what is so now, then what is coming. A day on which the coach does not work is no gap. */
export function withoutCoach(found: Found): WithoutCoach[] {
  const marked = new Set(found.arranges.map(({ personId }) => personId));
  const now = shownCoverage(found)
    .attention.filter(({ cover, coaches }) => cover === 'others' && coaches.every(({ away }) => away))
    .map(({ unitId, name, since, helps, coaches }) => ({
      ...{ unitId, name, lines: [since, helps].filter((line) => line !== null), soon: false },
      next: nextFor(unitId, coaches, marked),
    }));
  const known = new Set(now.map(({ unitId }) => unitId));
  const soon = found.units
    .filter(({ unitId, coaches }) => coaches.length > 0 && !known.has(unitId))
    .flatMap((unit) => {
      const day = firstWithout(unit);
      if (!day) return [];
      const { unitId, name, coaches } = unit;
      const lines = [m.people_without_from({ day: formatShortDay(day) })];
      return [
        { day, unit: { unitId, name, lines, soon: true, next: nextFor(unitId, coaches.map(named), marked) } },
      ];
    })
    .toSorted((one, other) => one.day.localeCompare(other.day));
  return [...now, ...soon.map(({ unit }) => unit)];
}

/** The first open day of the first whole week, after this one, in which nobody of the unit nor a stand-in is there. */
const firstWithout = ({ weeks }: UnitCoverage): string | null =>
  weeks.slice(1).find(({ days }) => days.length > 0 && days.every(({ cover }) => cover === 'others'))?.days[0]
    ?.day ?? null;

type Coach = { personId: string; name: string };

const named = (coach: Name & { personId: string }): Coach => ({
  personId: coach.personId,
  name: fullName(coach),
});

function nextFor(unitId: string, coaches: readonly Coach[], marked: ReadonlySet<string>): NextStep {
  const [coach] = coaches;
  if (!coach) return { kind: 'choose', unitId };
  if (coaches.length > 1 || !marked.has(coach.personId)) return { kind: 'look' };
  return { kind: 'replace', personId: coach.personId, name: coach.name };
}
