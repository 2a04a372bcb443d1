import { localDay } from '#platform/days.ts';
import { later } from '#platform/server/jobs.ts';
import type { Tx } from '#platform/server/scope.ts';

/** What waits with somebody who works here no longer, on any appointment, goes on to a colleague. */
export async function letWorkMoveOn(tx: Tx, personId: string): Promise<void> {
  const today = localDay(tx.now);
  const running = await tx
    .selectFrom('appointment')
    .select('id')
    .where('person_id', '=', personId)
    .where((eb) => eb.or([eb('starts_on', 'is', null), eb('starts_on', '<=', today)]))
    .where((eb) => eb.or([eb('ends_on', 'is', null), eb('ends_on', '>=', today)]))
    .executeTakeFirst();
  if (!running) await later(tx, 'helpline.holderAway', { personId });
}
