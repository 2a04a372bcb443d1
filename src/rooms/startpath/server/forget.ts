import { addDays, localDay } from '#platform/days.ts';
import type { Left } from '#platform/server/handed-in.ts';
import { inOrganisation, type Actor, type Tx } from '#platform/server/scope.ts';
import { callKeptDays } from '../call.ts';

/** A call goes with all that was answered to it, some time after it closed. */
export const forgetCalls = (actor: Actor): Promise<void> =>
  inOrganisation(actor, async (tx) => {
    const today = localDay(tx.now);
    await tx.deleteFrom('coach_call').where('closes_on', '<', addDays(today, -callKeptDays)).execute();
  });

/** Whoever is here no longer wants nothing any more, and is asked nothing. */
export async function forgetAnswers(tx: Tx, { personId, gone }: Left): Promise<void> {
  if (!gone) return;
  await tx.deleteFrom('call_volunteer').where('person_id', '=', personId).execute();
  await tx.deleteFrom('call_named').where('person_id', '=', personId).execute();
}
