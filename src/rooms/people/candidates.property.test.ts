import fc from 'fast-check';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { defaultWeekHours, firstOpen, type WeekHours } from '#platform/hours.ts';
import { candidates, unitHours, type Candidate, type Helper, type Snapshot } from './candidates.ts';
import { at, everyDay, helper, unit } from './candidates.world.ts';

const personIds = ['p0', 'p1', 'p2', 'p3', 'p4', 'p5', 'p6', 'p7'];
const unitIds = ['u0', 'u1', 'u2', 'u3', 'u4'];
const kinds = ['own_coach', 'substitute', 'neighbour', 'expert', 'pool', 'ict', 'coordinator', 'admin'];
const minuteMs = 60_000;
const start = at('2026-11-09T00:00').getTime();

const patterns: (WeekHours | null)[] = [
  ...[null, null, {}, everyDay(['00:00', '24:00']), everyDay(['09:00', '09:20'], ['09:50', '11:00'])],
  ...[everyDay(['00:00', '06:00'], ['22:00', '24:00']), { '2': [['08:30', '12:00']] } as WeekHours],
];
const hours = fc.constantFrom(...patterns);
const someday = fc
  .integer({ min: -20_000, max: 120_000 })
  .map((minute) => new Date(start + minute * minuteMs));
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null, freq: 2 });
const personId = fc.constantFrom(...personIds);
const away = fc.record({ from: someday, until: maybe(someday), substituteId: maybe(personId) });

const helpers = fc
  .array(
    fc.record({
      ...{ coachOf: fc.subarray(unitIds, { maxLength: 2 }), themes: fc.subarray(['teams', 'outlook']) },
      ...{ isExpert: fc.boolean(), isIct: fc.boolean(), isCoordinator: fc.boolean(), isAdmin: fc.boolean() },
      ...{ alsoElsewhere: fc.boolean(), hours, homeUnitId: fc.constantFrom(...unitIds, 'elsewhere') },
      ...{
        substituteId: maybe(personId),
        away: fc.array(away, { maxLength: 2 }),
        pausedUntil: maybe(someday),
      },
      ...{ openLoad: fc.nat(3), openLimit: fc.integer({ min: 1, max: 3 }) },
    }),
    { maxLength: personIds.length },
  )
  .map((list) => list.map((own, i) => helper(`p${i}`, own)));

const snapshots = fc
  .record({
    helpers,
    nodes: fc.tuple(
      ...unitIds.map((id) =>
        fc
          .record({
            parentId: maybe(fc.constantFrom(...unitIds)),
            neighbourIds: maybe(fc.subarray(unitIds)),
            hours,
          })
          .map((own) => unit(id, own)),
      ),
    ),
    closed: fc.subarray(['2026-11-11', '2026-11-12', '2026-11-13', '2026-12-25']),
  })
  .map(({ helpers, nodes, closed }): Snapshot => ({
    ...{ helpers, units: new Map(nodes.map((node) => [node.id, node])) },
    ...{ defaultHours: defaultWeekHours, closed: new Set(closed) },
  }));

const asks = fc.record({ theme: fc.constantFrom(null, 'teams'), moment: someday });
const unitId = fc.constantFrom('u0', 'u1', 'unknown');

const holds = (
  check: (snapshot: Snapshot, unit: string, ask: { theme: string | null; moment: Date }) => void,
) => fc.assert(fc.property(snapshots, unitId, asks, check), { seed: 20261123, numRuns: 400 });

const helperOf = (snapshot: Snapshot, id: string) =>
  snapshot.helpers.find((each) => each.personId === id) ?? helper('nobody');

const isAway = ({ away: absences, pausedUntil }: Helper, ms: number) =>
  absences.some(({ from, until }) => from.getTime() <= ms && ms < (until?.getTime() ?? Infinity)) ||
  (pausedUntil !== null && ms < pausedUntil.getTime());

const wall = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Brussels', dateStyle: 'short', timeStyle: 'short' }); // prettier-ignore

/** The same rule said the slow way: each of the coming 30 minutes is looked up on a clock. */
function isThere(snapshot: Snapshot, unitId: string, who: Helper, moment: Date): boolean {
  const week = who.hours ?? unitHours(snapshot, who.coachOf.includes(unitId) ? unitId : who.homeUnitId);
  return Array.from({ length: 30 }, (_, i) => moment.getTime() + i * minuteMs).every((ms) => {
    const [date = '', time = ''] = wall.format(ms).split(', ');
    const day = date.split('/').toReversed().join('-');
    const spans = week[new Date(`${day}T00:00:00Z`).getUTCDay() || 7] ?? [];
    const open = spans.some(([from, until]) => from <= time && time < until);
    return open && !snapshot.closed.has(day) && !isAway(who, ms);
  });
}

/** The kinds that can be told from the helper alone, in the order of the list. */
const plainKinds = (who: Helper, unitId: string, theme: string | null): string[] => [
  ...(who.coachOf.includes(unitId) ? ['own_coach'] : []),
  ...(who.isExpert && theme && who.themes.includes(theme) ? ['expert'] : []),
  ...(who.alsoElsewhere ? ['pool'] : []),
  ...(who.isIct ? ['ict'] : []),
  ...(who.isCoordinator ? ['coordinator'] : []),
  ...(who.isAdmin ? ['admin'] : []),
];

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
        const calendar = { hours: unitHours(snapshot, unit), closed: snapshot.closed };
        const opens = firstOpen(calendar, ask.moment, 1) ?? ask.moment;
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
        if (thereNow) expect(isAway(who, ask.moment.getTime())).toBe(false);
        if (thereNow) expect(from).toEqual(ask.moment);
        else expect(until).toBeNull();
        if (until)
          expect(isThere(snapshot, unit, who, new Date(until.getTime() - 29 * minuteMs))).toBe(false);
      }
    });
  });

  test('leave out nobody who fits and is there now, and give the first kind that fits', () => {
    holds((snapshot, unit, ask) => {
      const list = candidates(snapshot, unit, ask);
      const lastResort = list.every(({ reason, thereNow }) => reason.kind === 'admin' && !thereNow);
      for (const who of snapshot.helpers) {
        const [kind] = plainKinds(who, unit, ask.theme);
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
      fc.property(snapshots, unitId, asks, fc.infiniteStream(fc.nat()), (snapshot, unit, ask, draws) => {
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
