import { found, NotFound } from '#platform/errors.ts';
import { verb } from '#platform/server/verb.ts';
import { record } from '#rooms/activity/server/index.ts';
import { chainFor } from '../chain.ts';
import { minutesLater } from '../presence.ts';
import { personAsActor } from './actor.ts';
import { setPause } from './pause.ts';
import { snapshotOf } from './snapshot.ts';
import { tell } from './tell.ts';
import { whoHelpsMe } from './who-helps.ts';

const longestMinutes = 60;

/**
 * A colleague looked for a helper of their own unit in vain. Until that helper's present stretch ends, and for an hour
 * at most, the unit is led on to the next: the card this returns. The helper hears of it; who looked is kept nowhere.
 */
export const tellNotFound = verb('tellNotFound', async (tx, personId: string) => {
  const me = found(tx.actor.personId ? await personAsActor(tx, tx.actor.personId) : null);
  const chain = chainFor(await snapshotOf(tx), me.unitId, { moment: tx.now, askerId: me.actor.personId });
  const there = found(chain.find((one) => one.personId === personId));
  if (personId === me.actor.personId) throw new NotFound();
  // Tapped a second time, or gone home meanwhile: the card shows the next already.
  if (!there.thereNow) return whoHelpsMe(tx);
  const inAnHour = minutesLater(tx.now, longestMinutes);
  const until = there.until && there.until < inAnHour ? there.until : inAnHour;
  await tx.deleteFrom('not_found').where('until', '<=', tx.now).execute();
  await tx
    .insertInto('not_found')
    .values({ unit_id: me.unitId, person_id: personId, until })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  await tell(tx, { personId, kind: 'helper.not_found', subjectId: me.unitId, mailOnly: true });
  await record(tx, { event: 'helper.not_found', subject: { kind: 'person', id: personId }, byAsker: true });
  return whoHelpsMe(tx);
});

/** "Ik ben er": nobody is led on any more, and a pause is over too. */
export const iAmHere = verb('iAmHere', async (tx) => {
  const personId = found(tx.actor.personId);
  await tx.deleteFrom('not_found').where('person_id', '=', personId).execute();
  await setPause(tx, personId, null);
  await record(tx, { event: 'helper.here', subject: { kind: 'person', id: personId } });
});
