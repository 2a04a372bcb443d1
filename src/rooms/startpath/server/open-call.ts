import { localDay } from '#platform/days.ts';
import { Conflict } from '#platform/errors.ts';
import type { Tx } from '#platform/server/scope.ts';
import { isCallOpen } from '../call.ts';

/** The id of the call that can be answered today. Throws Conflict when there is none. */
export async function openCallId(tx: Tx): Promise<string> {
  const row = await tx
    .selectFrom('coach_call')
    .select(['id', 'opened_on as openedOn', 'closes_on as closesOn'])
    .executeTakeFirst();
  if (!row || !isCallOpen(row, localDay(tx.now))) throw new Conflict('startpath_call_closed');
  return row.id;
}
