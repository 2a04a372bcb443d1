import fc from 'fast-check';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { candidates, type Candidate, type Helper, type Snapshot } from './candidates.ts';
import { helper } from './candidates.world.ts';
import { anyAsk, anySnapshot, anyUnit } from './candidates.random.fixture.ts';
import { opensAt, unitHours } from './opening.ts';

const kinds = ['own_coach', 'substitute', 'neighbour', 'expert', 'pool', 'ict', 'coordinator', 'admin'];
const minuteMs = 60_000;
type Asked = { theme: string | null; moment: Date };

const holds = (check: (snapshot: Snapshot, unit: string, ask: Asked) => void) =>
  fc.assert(fc.property(anySnapshot, anyUnit, anyAsk, check), { seed: 20261123, numRuns: 400 });

const helperOf = (snapshot: Snapshot, id: string) =>
  snapshot.helpers.find((each) => each.personId === id) ?? helper('nobody');

const isGone = (
  { away: absences, pausedUntil, notFoundIn, until: last }: Helper,
  unitId: string,
  ms: number,
) =>
  absences.some(({ from, until }) => from.getTime() <= ms && ms < (until?.getTime() ?? Infinity)) ||
  (pausedUntil !== null && ms < pausedUntil.getTime()) ||
  ms < (notFoundIn[unitId]?.getTime() ?? 0) ||
  (last !== null && ms >= last.getTime());

/** A unit that is open on closing days, or that takes its hours from one. */
function neverCloses({ units }: Snapshot, unitId: string): boolean {
  const seen: string[] = [];
  for (let unit = units.get(unitId); unit && !seen.includes(unit.id);) {
    if ((unit.openOnClosingDays && seen.length === 0) || unit.hours) return unit.openOnClosingDays;
    seen.push(unit.id);
    unit = units.get(unit.parentId ?? '');
  }
  return false;
}

const wall = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Brussels', dateStyle: 'short', timeStyle: 'short' }); // prettier-ignore

/** The same rule said the slow way: each of the coming 30 minutes is looked up on a clock. */
function isThere(snapshot: Snapshot, unitId: string, who: Helper, moment: Date): boolean {
  const home = who.coachOf.includes(unitId) ? unitId : who.homeUnitId;
  const week = who.hours ?? unitHours(snapshot, home);
  const closed = who.hours || !neverCloses(snapshot, home) ? snapshot.closed : new Set<string>();
  return Array.from({ length: 30 }, (_, i) => moment.getTime() + i * minuteMs).every((ms) => {
    const [date = '', time = ''] = wall.format(ms).split(', ');
    const day = date.split('/').toReversed().join('-');
    const spans = week[new Date(`${day}T00:00:00Z`).getUTCDay() || 7] ?? [];
    const open = spans.some(([from, until]) => from <= time && time < until);
    return open && !closed.has(day) && !isGone(who, unitId, ms);
  });
}

/** The kinds that can be told from the helper alone, in the order of the list; a coach's only while the role lasts. */
const plainKinds = (who: Helper, unitId: string, { theme, moment }: Asked): string[] => [
  ...(who.coachOf.includes(unitId) && lasts(who.coachUntil[unitId], moment) ? ['own_coach'] : []),
  ...(who.isExpert && theme && who.themes.includes(theme) ? ['expert'] : []),
  ...(who.alsoElsewhere ? ['pool'] : []),
  ...(who.isIct ? ['ict'] : []),
  ...(who.isCoordinator ? ['coordinator'] : []),
  ...(who.isAdmin ? ['admin'] : []),
];

const lasts = (until: Date | undefined, moment: Date) =>
  !until || until.getTime() >= moment.getTime() + 30 * minuteMs;

const kindAt = ({ reason }: Candidate) => kinds.indexOf(reason.kind);

describe('candidates, whatever the world', () => {
  test('are never empty with one admin, and nobody stands there twice', () => {
    holds((snapshot, unit, ask) => {
      const ids = candidates(snapshot, unit, ask).map(({ personId }) => personId);
      expect(new Set(ids).size).toBe(ids.length);
      if (snapshot.helpers.some(({ isAdmin }) => isAdmin)) expect(ids.length).toBeGreaterThan(0);
    });
  });

  test('are sorted: there now and not full, there now and full, then by first moment; ties by kind, load, id', () => {
    holds((snapshot, unit, ask) => {
      const list = candidates(snapshot, unit, ask);
      const keys = list.map((each) => {
        const { openLoad } = helperOf(snapshot, each.personId);
        const group = each.thereNow ? Number(each.full) : 2;
        const opens = opensAt(snapshot, unit, ask.moment);
        const first = each.thereNow ? ask.moment : new Date(Math.max(each.from.getTime(), opens.getTime()));
        return [group, first.getTime(), kindAt(each), openLoad, Number(each.personId.slice(1))];
      });
      for (const [i, key] of keys.slice(1).entries()) {
        // Neighbours have siblings before the parent's coaches: their load is compared within each of the two only.
        const width = list[i]?.reason.kind === 'neighbour' ? 3 : 5;
        expect(compare(keys[i]?.slice(0, width) ?? [], key.slice(0, width))).toBeLessThanOrEqual(0);
      }
    });
  });

  test('are there now exactly when the pattern, closed days, absence and pause say so', () => {
    holds((snapshot, unit, ask) => {
      const list = candidates(snapshot, unit, ask);
      for (const { personId, thereNow, from, until } of list) {
        const who = helperOf(snapshot, personId);
        expect(thereNow).toBe(isThere(snapshot, unit, who, ask.moment));
        if (thereNow) expect(isGone(who, unit, ask.moment.getTime())).toBe(false);
        if (thereNow) expect(from).toEqual(ask.moment);
        else expect(until).toBeNull();
        const endsAsCoach = Object.values(who.coachUntil).some((end) => end.getTime() === until?.getTime());
        if (until && !endsAsCoach)
          expect(isThere(snapshot, unit, who, new Date(until.getTime() - 29 * minuteMs))).toBe(false);
      }
    });
  });

  test('leave out nobody who fits and is there now, and give the first kind that fits', () => {
    holds((snapshot, unit, ask) => {
      const list = candidates(snapshot, unit, ask);
      const lastResort = list.every(({ reason, thereNow }) => reason.kind === 'admin' && !thereNow);
      for (const who of snapshot.helpers) {
        const [kind] = plainKinds(who, unit, ask);
        const found = list.find(({ personId }) => personId === who.personId);
        if (kind && isThere(snapshot, unit, who, ask.moment)) expect(found).toBeDefined();
        if (found && kind && !lastResort) expect(kindAt(found)).toBeLessThanOrEqual(kinds.indexOf(kind));
      }
    });
  });

  test('really have their half hour at the moment they are promised for', () => {
    holds((snapshot, unit, ask) => {
      const list = candidates(snapshot, unit, ask);
      const lastResort = list.every(({ reason, thereNow }) => reason.kind === 'admin' && !thereNow);
      for (const { personId, from } of lastResort ? [] : list) {
        const who = helperOf(snapshot, personId);
        expect(isThere(snapshot, unit, who, from)).toBe(true);
        if (from > ask.moment) {
          expect(isThere(snapshot, unit, who, new Date(from.getTime() - minuteMs))).toBe(false);
        }
      }
    });
  });

  test('do not depend on the order of the helpers', () => {
    fc.assert(
      fc.property(anySnapshot, anyUnit, anyAsk, fc.infiniteStream(fc.nat()), (snapshot, unit, ask, draws) => {
        const keyed = snapshot.helpers.map((each) => ({ each, at: draws.next().value ?? 0 }));
        const shuffled = keyed.toSorted((a, b) => a.at - b.at).map(({ each }) => each);
        const again = candidates({ ...snapshot, helpers: shuffled }, unit, ask);
        expect(again).toEqual(candidates(snapshot, unit, ask));
      }),
      { seed: 20261123, numRuns: 400 },
    );
  });
});

describe('the time zone of the machine', () => {
  afterEach(() => void vi.unstubAllEnvs());

  test('changes nothing', () => {
    holds((snapshot, unit, ask) => {
      const lists = ['UTC', 'America/New_York', 'Pacific/Auckland'].map((zone) => {
        vi.stubEnv('TZ', zone);
        return candidates(snapshot, unit, ask);
      });
      expect(lists[1]).toEqual(lists[0]);
      expect(lists[2]).toEqual(lists[0]);
    });
    expect(Intl.DateTimeFormat().resolvedOptions().timeZone).toBe('Pacific/Auckland');
  });
});

function compare(a: number[], b: number[]): number {
  const at = a.findIndex((value, i) => value !== b[i]);
  return at === -1 ? 0 : (a[at] ?? 0) - (b[at] ?? 0);
}
