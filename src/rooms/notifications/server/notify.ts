import { newId } from '#platform/ids.ts';
import { announce } from '#platform/server/live-announce.ts';
import type { Tx } from '#platform/server/scope.ts';
import { mailLater, sealPerson } from './under-cover.ts';

export type Notice = {
  personId: string;
  kind: string;
  subjectId: string;
  /** Ids and code words that the letter needs. */
  particulars?: Record<string, string>;
  /** The letter says it all; there is no page on which it would be seen. */
  mailOnly?: boolean;
  /** Only the one it is for may read that it exists, and the mail says nothing. */
  underCover?: boolean;
};

/** Tells somebody, in the app and by mail if they have an address. Not for one's own change, nor to who left. */
export async function notify(tx: Tx, notice: Notice): Promise<void> {
  if (notice.personId === tx.actor.personId) return;
  const person = await tx
    .selectFrom('named')
    .select(['email', 'works_here'])
    .where('id', '=', notice.personId)
    .executeTakeFirstOrThrow();
  if (!person.works_here) return;
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
      seen_at: notice.mailOnly ? tx.now : null,
      under_cover: notice.underCover ?? false,
      mail: person.email ? 'waiting' : 'none',
      mail_due_at: person.email ? tx.now : null,
    })
    .execute();
  // Whoever could read along with announcements must not learn whose question it is.
  const about = notice.underCover ? id : notice.subjectId;
  await announce(tx, [notice.personId], { kind: 'notification', id: about });
  if (!person.email) return;
  await mailLater(tx, { id, sealedPerson: notice.underCover ? sealPerson(id, notice.personId) : undefined });
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
