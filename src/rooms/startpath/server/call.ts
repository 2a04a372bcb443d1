import { addDays, localDay } from '#platform/days.ts';
import { Conflict, Invalid } from '#platform/errors.ts';
import { newId } from '#platform/ids.ts';
import type { Tx } from '#platform/server/scope.ts';
import { verb } from '#platform/server/verb.ts';
import { record } from '#rooms/activity/server/index.ts';
import { markSeen, unseenSubjects } from '#rooms/notifications/server/index.ts';
import { pin, unpin } from '#rooms/organisations/server/index.ts';
import { isCallOpen, longestCallDays } from '../call.ts';
import { openPlaces } from '../document.ts';
import { markDone } from './path.ts';
import { textOf } from './texts.ts';
import { namedBy } from './namings.ts';
import { ownAnswer } from './volunteers.ts';

/** Under this kind the call hangs on Start. */
export const pinnedCall = 'startpath.call';

export type CallStands = { id: string; openedOn: string; closesOn: string; isOpen: boolean };

/** The call as it stands, open or closed; null when there is none. */
export async function callOf(tx: Tx): Promise<CallStands | null> {
  const row = await tx
    .selectFrom('coach_call')
    .select(['id', 'opened_on as openedOn', 'closes_on as closesOn'])
    .executeTakeFirst();
  return row ? { ...row, isOpen: isCallOpen(row, localDay(tx.now)) } : null;
}

/** The same, for who keeps the path. */
export const callStands = verb('callStands', callOf);

/** The call as every colleague reads it, with what they said to it themselves; null when none is open. */
export const callHere = verb('callHere', async (tx) => {
  const call = await callOf(tx);
  if (!call) return null;
  if ((await unseenSubjects(tx)).has(call.id)) await markSeen(tx, call.id);
  return {
    ...call,
    text: (await textOf(tx, 'call')).filled,
    mine: await ownAnswer(tx, call.id),
    namedBy: call.isOpen ? await namedBy(tx, call.id) : [],
  };
});

/**
 * Everybody reads the call from today until that day, and it hangs on Start. One that closed opens again, with whoever
 * said yes to it. Throws Invalid when the text still has places to fill in, or for a day that cannot be.
 */
export const openCall = verb('openCall', async (tx, closesOn: string) => {
  const today = localDay(tx.now);
  checkClosing(closesOn, today);
  const known = await callOf(tx);
  if (known?.isOpen) throw new Conflict('startpath_call_stands');
  const id = known?.id ?? newId();
  const row = { opened_on: today, closes_on: closesOn };
  await tx
    .insertInto('coach_call')
    .values({ id, ...row })
    .onConflict((conflict) => conflict.columns(['organisation_id']).doUpdateSet(row))
    .execute();
  if (openPlaces((await textOf(tx, 'call')).filled) > 0) throw new Invalid({ '': 'startpath_places_open' });
  await pin(tx, { kind: pinnedCall, subjectId: id, until: closesOn });
  await markDone(tx, 'call');
  await record(tx, { event: 'call.opened', subject: { kind: 'call', id } });
});

/** Another last day, also for one that closed. */
export const changeCallClosing = verb('changeCallClosing', async (tx, closesOn: string) => {
  checkClosing(closesOn, localDay(tx.now));
  const id = await close(tx, closesOn);
  await pin(tx, { kind: pinnedCall, subjectId: id, until: closesOn });
});

/** Nobody can answer any more, from this moment. */
export const closeCall = verb('closeCall', async (tx) => {
  await close(tx, addDays(localDay(tx.now), -1));
  await unpin(tx, pinnedCall);
});

async function close(tx: Tx, closesOn: string): Promise<string> {
  const row = await tx
    .updateTable('coach_call')
    .set({ closes_on: closesOn })
    .returning('id')
    .executeTakeFirst();
  if (!row) throw new Conflict('startpath_call_none');
  await record(tx, { event: 'call.changed', subject: { kind: 'call', id: row.id } });
  return row.id;
}

function checkClosing(closesOn: string, today: string): void {
  if (closesOn < today) throw new Invalid({ closesOn: 'startpath_day_past' });
  if (closesOn > addDays(today, longestCallDays)) throw new Invalid({ closesOn: 'startpath_day_far' });
}
