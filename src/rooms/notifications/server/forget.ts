import { daysBefore } from '#platform/days.ts';
import { inOrganisation, type Actor, type Tx } from '#platform/server/scope.ts';

const seenDays = 30;
/** What nobody ever looked at. */
const unseenDays = 365;

/**
 * What was seen, and whose mail has gone, goes. What is under cover only its own person can take away, so that is done
 * in the name of each; nothing of it is read.
 */
export async function forgetNotifications(actor: Actor): Promise<void> {
  const people = await inOrganisation(actor, async (tx) => {
    await forget(tx);
    return tx.selectFrom('person').select('id').execute();
  });
  for (const { id } of people) await inOrganisation({ ...actor, personId: id }, (tx) => forget(tx, id));
}

async function forget(tx: Tx, personId?: string): Promise<void> {
  const own = tx
    .deleteFrom('notification')
    .$if(personId !== undefined, (query) =>
      query.where('under_cover', '=', true).where('person_id', '=', personId!),
    );
  await own.where('seen_at', '<', daysBefore(tx.now, seenDays)).where('mail', '!=', 'waiting').execute();
  await own.where('made_at', '<', daysBefore(tx.now, unseenDays)).execute();
}
