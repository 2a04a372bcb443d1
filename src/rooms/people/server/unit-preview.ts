import { found } from '#platform/errors.ts';
import { verb } from '#platform/server/verb.ts';
import type { UnitNode } from '../candidates.ts';
import { chainFor } from '../chain.ts';
import { unitsThatFollow } from '../unit-hours.ts';
import { snapshotOf } from './snapshot.ts';
import { cardsOf } from './who-helps.ts';

const shown = 4;

/** What is looked at before it is kept; what is left out stays as it is, null is what a unit has by itself. */
export type UnitIdea = Partial<Pick<UnitNode, 'neighbourIds' | 'hours'>>;

/** The first of a unit's chain at this moment as it would be then, and the units below it that go along with its hours. */
export const whoWouldHelp = verb('whoWouldHelp', async (tx, unitId: string, idea: UnitIdea) => {
  const snapshot = await snapshotOf(tx);
  const unit = { ...found(snapshot.units.get(unitId)), ...idea };
  const imagined = { ...snapshot, units: new Map(snapshot.units).set(unitId, unit) };
  const chain = chainFor(imagined, unitId, { moment: tx.now, askerId: null }).slice(0, shown);
  return {
    helpers: cardsOf({ snapshot: imagined, unitId }, chain),
    follow: unitsThatFollow([...snapshot.units.values()], unitId).map(({ name }) => name),
    now: tx.now,
  };
});
