import type { Left } from '#platform/server/handed-in.ts';
import { enterAt, type Tx } from '#platform/server/scope.ts';

/** Nothing is new any more for who is gone, and no mail of before still leaves. Under cover only they can say so. */
export async function sayNothingMore(tx: Tx, { personId, gone }: Left): Promise<void> {
  if (!gone) return;
  await enterAt(tx, { actor: { ...tx.actor, personId }, moment: tx.now }, async (own) => {
    const theirs = own.updateTable('notification').where('person_id', '=', personId);
    await theirs.set({ seen_at: own.now }).where('seen_at', 'is', null).execute();
    await theirs.set({ mail: 'none', mail_due_at: null }).where('mail', '=', 'waiting').execute();
  });
}
