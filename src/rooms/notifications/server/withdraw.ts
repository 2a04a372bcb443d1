import type { Tx } from '#platform/server/scope.ts';

type Withdrawn = { personId: string; subjectId: string; kind?: string };

/** What somebody was to be told about this subject is no longer so: it is not new any more, and no mail leaves. */
export async function withdrawNotices(tx: Tx, { personId, subjectId, kind }: Withdrawn): Promise<void> {
  const theirs = tx
    .updateTable('notification')
    .where('person_id', '=', personId)
    .where('subject_id', '=', subjectId)
    .$if(kind !== undefined, (query) => query.where('kind', '=', kind!));
  await theirs.set({ seen_at: tx.now }).where('seen_at', 'is', null).execute();
  await theirs.set({ mail: 'none', mail_due_at: null }).where('mail', '=', 'waiting').execute();
}
