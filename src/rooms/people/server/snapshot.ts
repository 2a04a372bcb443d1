import { dayOf, localDay } from '#platform/days.ts';
import { closedDays } from '#platform/server/holidays.ts';
import { onceIn, type Tx } from '#platform/server/scope.ts';
import { organisationOf, unitsOf } from '#rooms/organisations/server/index.ts';
import type { Snapshot } from '../candidates.ts';
import type { Coming } from '../coverage-days.ts';
import { endOf, helperFrom, helperRows } from './helper-rows.ts';

const lookAheadDays = 90;
const comingDays = 56;

/** Everything that candidates() reads, as it is now: units, who may help, when they are there, what they have open. */
export const snapshotOf = (tx: Tx): Promise<Snapshot> =>
  onceIn(tx, 'people.snapshot', () => readSnapshot(tx));

async function readSnapshot(tx: Tx): Promise<Snapshot> {
  const { defaultHours, closingDays } = await organisationOf(tx);
  const units = await unitsOf(tx);
  const rows = await helperRows(tx);
  return {
    units: new Map(units.map((unit) => [unit.id, unit])),
    helpers: rows.map(helperFrom),
    defaultHours,
    closed: closedDays(tx.now, lookAheadDays, closingDays),
  };
}

/** Who becomes a coach within eight weeks. The queue knows nothing of them; who helps where looks that far ahead. */
export async function comingCoaches(tx: Tx): Promise<Coming[]> {
  const today = localDay(tx.now);
  return (await helperRows(tx, comingDays)).flatMap((row) => {
    const later = row.roles.filter(({ kind, first_day: first }) => kind === 'coach' && first > today);
    if (later.length === 0) return [];
    const helper = helperFrom(row);
    return later.flatMap(({ unit_id: unitId, first_day: first, last_day: last }) =>
      unitId ? [{ helper, unitId, from: new Date(dayOf(first).from), until: last ? endOf(last) : null }] : [],
    );
  });
}
