import { localDay } from '#platform/days.ts';
import { found, Invalid, NotFound } from '#platform/errors.ts';
import { isId, newId } from '#platform/ids.ts';
import type { Tx } from '#platform/server/scope.ts';
import { verb } from '#platform/server/verb.ts';
import { record } from '#rooms/activity/server/index.ts';
import type { DropIn } from '../drop-in.ts';
import { whoseCard } from './card.ts';
import { heldBy, momentsOf } from './drop-ins-coming.ts';
import { snapshotOf } from './snapshot.ts';

export type DropInGiven = Omit<DropIn, 'id' | 'personId'>;

/** The walk-in moments of a coach, for who may change them: each with its next time, null when none comes. */
export const dropInsHere = verb('dropInsHere', async (tx, personId: string) => {
  const { firstName, lastName } = await whoseCard(tx, personId);
  const snapshot = await snapshotOf(tx);
  const helpers = snapshot.helpers.filter((one) => one.personId === personId);
  const moments = await momentsOf(tx, snapshot, helpers);
  const running = (await heldBy(tx, [personId])).filter((dropIn) => !isOver(dropIn, localDay(tx.now)));
  const dropIns = running.map((dropIn) => ({
    ...dropIn,
    next: moments.find(({ dropInId }) => dropInId === dropIn.id)?.from ?? null,
  }));
  return { personId, firstName, lastName, dropIns, now: tx.now };
});

const isOver = ({ everyWeeks, firstOn, lastOn }: DropIn, today: string): boolean =>
  (everyWeeks === 0 && firstOn < today) || (lastOn !== null && lastOn < today);

/** Returns its id. */
export const addDropIn = verb('addDropIn', async (tx, personId: string, given: DropInGiven) => {
  await whoseCard(tx, personId);
  if (given.firstOn < localDay(tx.now)) throw new Invalid({ firstOn: 'people_drop_in_past' });
  const id = newId();
  await tx
    .insertInto('drop_in')
    .values({ id, person_id: personId, ...rowOf(given) })
    .execute();
  await note(tx, 'drop_in.added', personId);
  return id;
});

export const changeDropIn = verb('changeDropIn', async (tx, id: string, given: DropInGiven) => {
  const personId = await whose(tx, id);
  await tx.updateTable('drop_in').set(rowOf(given)).where('id', '=', id).execute();
  await note(tx, 'drop_in.changed', personId);
});

/** From now on it is not held any more. */
export const endDropIn = verb('endDropIn', async (tx, id: string) => {
  const personId = await whose(tx, id);
  await tx.updateTable('drop_in').set({ stopped_at: tx.now }).where('id', '=', id).execute();
  await note(tx, 'drop_in.stopped', personId);
});

/** Undoes a stop. */
export const resumeDropIn = verb('resumeDropIn', async (tx, id: string) => {
  const personId = await whose(tx, id);
  await tx.updateTable('drop_in').set({ stopped_at: null }).where('id', '=', id).execute();
  await note(tx, 'drop_in.resumed', personId);
});

async function whose(tx: Tx, id: string): Promise<string> {
  if (!isId(id)) throw new NotFound();
  const row = await tx.selectFrom('drop_in').select('person_id').where('id', '=', id).executeTakeFirst();
  const { person_id: personId } = found(row);
  await whoseCard(tx, personId);
  return personId;
}

/** One that does not repeat has no last day. */
function rowOf({ firstOn, everyWeeks, lastOn, startsAt, endsAt, place }: DropInGiven) {
  if (endsAt <= startsAt) throw new Invalid({ endsAt: 'people_drop_in_order' });
  if (everyWeeks > 0 && lastOn !== null && lastOn < firstOn)
    throw new Invalid({ lastOn: 'people_drop_in_last_order' });
  return {
    ...{ first_on: firstOn, every_weeks: everyWeeks, last_on: everyWeeks > 0 ? lastOn : null },
    ...{ starts_at: startsAt, ends_at: endsAt, place },
  };
}

const note = (tx: Tx, event: string, personId: string) =>
  record(tx, { event, subject: { kind: 'person', id: personId } });
