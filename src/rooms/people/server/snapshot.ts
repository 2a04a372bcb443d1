import { dayOf, localDay } from '#platform/days.ts';
import { closedDays } from '#platform/server/holidays.ts';
import { onceIn, type Tx } from '#platform/server/scope.ts';
import { whileUnchanged } from '#platform/server/unchanged.ts';
import { organisationOf, unitsOf } from '#rooms/organisations/server/index.ts';
import type { Helper, Snapshot } from '../candidates.ts';
import type { Coming } from '../coverage-days.ts';
import { endOf, helperFrom, helperRows } from './helper-rows.ts';
import { openLoads } from './load.ts';

const lookAheadDays = 90;
const comingDays = 56;

/** Everything that candidates() reads, as it is now: units, who may help, when they are there, what they have open. */
export const snapshotOf = (tx: Tx): Promise<Snapshot> =>
  onceIn(tx, 'people.snapshot', () => readSnapshot(tx));

async function readSnapshot(tx: Tx): Promise<Snapshot> {
  const { defaultHours, closingDays } = await organisationOf(tx);
  const units = await unitsOf(tx);
  const roster = await rosterOf(tx);
  const loads = await openLoads(tx);
  return {
    units: new Map(units.map((unit) => [unit.id, unit])),
    helpers: roster.map((helper) => ({ ...asOf(helper, tx.now), openLoad: loads.get(helper.personId) ?? 0 })),
    defaultHours,
    closed: closedDays(tx.now, lookAheadDays, closingDays),
  };
}

/** The helpers of today. A page reads them again only when the roster changed. */
async function rosterOf(tx: Tx): Promise<readonly Helper[]> {
  const { rosterVersion } = await organisationOf(tx);
  const version = `${rosterVersion} ${localDay(tx.now)}`;
  return whileUnchanged(tx, { name: 'people.roster', version }, async () =>
    (await helperRows(tx)).map(helperFrom),
  );
}

/** Without what is over by now. */
const asOf = (helper: Helper, now: Date): Helper => ({
  ...helper,
  away: helper.away.filter(({ until }) => until === null || until > now),
  notFoundIn: Object.fromEntries(Object.entries(helper.notFoundIn).filter(([, until]) => until > now)),
});

/** Who becomes a coach within eight weeks. The queue knows nothing of them; who helps where looks that far ahead. */
export async function comingCoaches(tx: Tx): Promise<Coming[]> {
  const today = localDay(tx.now);
  return (await helperRows(tx, comingDays)).flatMap((row) => {
    const later = row.roles.filter(({ kind, first_day: first }) => kind === 'coach' && first > today);
    if (later.length === 0) return [];
    const helper = asOf(helperFrom(row), tx.now);
    return later.flatMap(({ unit_id: unitId, first_day: first, last_day: last }) =>
      unitId ? [{ helper, unitId, from: new Date(dayOf(first).from), until: last ? endOf(last) : null }] : [],
    );
  });
}
