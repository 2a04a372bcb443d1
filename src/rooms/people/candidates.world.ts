// The small authority in which the tests of candidates() play. Nothing but tests imports it.
import { Temporal } from 'temporal-polyfill';
import { defaultWeekHours, type WeekHours } from '#platform/hours.ts';
import type { Helper, Snapshot, UnitNode } from './candidates.ts';

/** A moment on the clock in Brussels. */
export const at = (local: string) =>
  new Date(Temporal.PlainDateTime.from(local).toZonedDateTime('Europe/Brussels').epochMilliseconds);

export const everyDay = (...spans: [string, string][]): WeekHours =>
  Object.fromEntries(['1', '2', '3', '4', '5', '6', '7'].map((day) => [day, spans]));

export const unit = (id: string, own: Partial<UnitNode> = {}): UnitNode => ({
  ...{ id, name: id, parentId: 'town', neighbourIds: null, hours: null, openOnClosingDays: false },
  ...own,
});

const units = [
  unit('town', { parentId: null }),
  unit('finance'),
  unit('registry'),
  unit('library', { neighbourIds: ['registry'] }),
  unit('alone', { neighbourIds: [] }),
  unit('nursing', { hours: everyDay(['00:00', '24:00']), neighbourIds: [] }),
  unit('nightward', { parentId: 'nursing', neighbourIds: [] }),
];

export const helper = (personId: string, own: Partial<Helper> = {}): Helper => ({
  ...{ personId, firstName: personId, lastName: 'Peeters', coachOf: [], themes: [] },
  ...{ coachUntil: {}, notFoundIn: {}, until: null },
  ...{ isExpert: false, isIct: false, isCoordinator: false, isAdmin: false, alsoElsewhere: false },
  ...{ hours: null, homeUnitId: own.coachOf?.[0] ?? 'town', substituteId: null, away: [], pausedUntil: null },
  ...{ openLoad: 0, openLimit: 8, place: null, phone: null },
  ...own,
});

export const staff: Record<string, Partial<Helper>> = {
  ann: { coachOf: ['finance'], substituteId: 'bram' },
  bram: {},
  cas: { coachOf: ['registry'] },
  tilde: { coachOf: ['town'] },
  els: { isExpert: true, themes: ['teams'] },
  nora: { coachOf: ['nursing', 'nightward'] },
  pol: { alsoElsewhere: true },
  tom: { isIct: true },
  coby: { isCoordinator: true },
  ada: { isAdmin: true },
};

/** The staff above, with what a case changes about some of them. */
export const world = (changes: Record<string, Partial<Helper>> = {}): Snapshot => ({
  units: new Map(units.map((each) => [each.id, each])),
  helpers: Object.entries({ ...staff, ...changes }).map(([id, own]) => helper(id, { ...staff[id], ...own })),
  defaultHours: defaultWeekHours,
  closed: new Set(['2026-11-11']),
});

/** Some of the staff and nobody else. */
export const only = (...ids: string[]): Snapshot => ({
  ...world(),
  helpers: world().helpers.filter(({ personId }) => ids.includes(personId)),
});

export const away = (from: string, until: string | null, substituteId: string | null = null) => ({
  away: [{ from: at(from), until: until === null ? null : at(until), substituteId }],
});

/** All of the staff but one. */
export const except = (id: string, changes: Record<string, Partial<Helper>> = {}): Snapshot => {
  const all = world(changes);
  return { ...all, helpers: all.helpers.filter(({ personId }) => personId !== id) };
};

/** A working day on which everybody is there. */
export const monday = '2026-11-23T10:00';
