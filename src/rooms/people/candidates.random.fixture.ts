// Any small authority at all, for the tests that must hold whatever the world. Nothing but tests imports it.
import fc from 'fast-check';
import { defaultWeekHours, type WeekHours } from '#platform/hours.ts';
import type { Snapshot } from './candidates.ts';
import { at, everyDay, helper, unit } from './candidates.world.ts';

const unitIds = ['u0', 'u1', 'u2', 'u3', 'u4'];
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

/** Seldom: most contracts and roles are open-ended, most helpers are where they said. */
const seldom = <T>(arbitrary: fc.Arbitrary<T>) => fc.oneof({ weight: 4, arbitrary: fc.constant(null) }, { weight: 1, arbitrary }); // prettier-ignore
const inUnit = fc.constantFrom(...unitIds);
const soon = seldom(fc.tuple(inUnit, someday)).map((one) => (one ? { [one[0]]: one[1] } : {}));

/** Somebody of the snapshot, or nobody of it. */
export const anyPerson = fc.integer({ min: 0, max: 7 }).map((n) => `p${n}`);

const away = fc.record({ from: someday, until: maybe(someday), substituteId: maybe(anyPerson) });

const helpers = fc
  .array(
    fc.record({
      ...{ coachOf: fc.subarray(unitIds, { maxLength: 2 }), themes: fc.subarray(['teams', 'outlook']) },
      ...{ coachUntil: soon, notFoundIn: soon, until: seldom(someday) },
      ...{ isExpert: fc.boolean(), isIct: fc.boolean(), isCoordinator: fc.boolean(), isAdmin: fc.boolean() },
      ...{ alsoElsewhere: fc.boolean(), hours, homeUnitId: fc.constantFrom(...unitIds, 'elsewhere') },
      ...{ substituteId: maybe(anyPerson), away: fc.array(away, { maxLength: 2 }) },
      ...{ pausedUntil: maybe(someday), openLoad: fc.nat(3), openLimit: fc.integer({ min: 1, max: 3 }) },
    }),
    { maxLength: 8 },
  )
  .map((list) => list.map((own, i) => helper(`p${i}`, own)));

const anyNode = (id: string) =>
  fc
    .record({
      ...{ parentId: maybe(inUnit), neighbourIds: maybe(fc.subarray(unitIds)) },
      ...{ hours, openOnClosingDays: fc.boolean() },
    })
    .map((own) => unit(id, own));

export const anySnapshot = fc
  .record({
    helpers,
    nodes: fc.tuple(...unitIds.map(anyNode)),
    closed: fc.subarray(['2026-11-11', '2026-11-12', '2026-11-13', '2026-12-25']),
  })
  .map(({ helpers, nodes, closed }): Snapshot => ({
    ...{ helpers, units: new Map(nodes.map((node) => [node.id, node])) },
    ...{ defaultHours: defaultWeekHours, closed: new Set(closed) },
  }));

export const anyAsk = fc.record({ theme: fc.constantFrom(null, 'teams'), moment: someday });
export const anyUnit = fc.constantFrom('u0', 'u1', 'unknown');
