import { newId } from '#platform/ids.ts';
import { later } from '#platform/server/jobs.ts';
import type { Tx } from '#platform/server/scope.ts';

export type Notice = {
  personId: string;
  kind: string;
  subjectId: string;
  /** Ids and code words that the letter needs. */
  particulars?: Record<string, string>;
};

/** Tells somebody, in the app and by mail if they have an address. Not for one's own change. */
export async function notify(tx: Tx, notice: Notice): Promise<void> {
  if (notice.personId === tx.actor.personId) return;
  const person = await tx
    .selectFrom('person')
    .select('email')
    .where('id', '=', notice.personId)
    .executeTakeFirstOrThrow();
  const id = newId();
  await tx
    .insertInto('notification')
    .values({
      id,
      person_id: notice.personId,
      kind: notice.kind,
      subject_id: notice.subjectId,
      particulars: JSON.stringify(notice.particulars ?? {}),
      made_at: tx.now,
      mail: person.email ? 'waiting' : 'none',
      mail_due_at: person.email ? tx.now : null,
    })
    .execute();
  if (person.email) await later(tx, 'notifications.mail', { notificationId: id });
}

/** What somebody has not seen yet about this subject, they have seen now. */
export async function markSeen(tx: Tx, subjectId: string): Promise<void> {
  await tx
    .updateTable('notification')
    .set({ seen_at: tx.now })
    .where('person_id', '=', tx.actor.personId)
    .where('subject_id', '=', subjectId)
    .where('seen_at', 'is', null)
    .execute();
}
