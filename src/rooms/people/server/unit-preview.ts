import { found } from '#platform/errors.ts';
import { verb } from '#platform/server/verb.ts';
import { chainFor } from '../chain.ts';
import { snapshotOf } from './snapshot.ts';
import { cardsOf } from './who-helps.ts';

const shown = 4;

/** The first of a unit's chain at this moment, as it would be with these neighbours (null: the default ones). */
export const whoWouldHelp = verb(
  'whoWouldHelp',
  async (tx, unitId: string, neighbourIds: readonly string[] | null) => {
    const snapshot = await snapshotOf(tx);
    const unit = { ...found(snapshot.units.get(unitId)), neighbourIds: neighbourIds && [...neighbourIds] };
    const imagined = { ...snapshot, units: new Map(snapshot.units).set(unitId, unit) };
    const chain = chainFor(imagined, unitId, { moment: tx.now, askerId: null }).slice(0, shown);
    return { helpers: cardsOf({ snapshot: imagined, unitId }, chain), now: tx.now };
  },
);
