import type { Left } from '#platform/server/handed-in.ts';
import type { Tx } from '#platform/server/scope.ts';
import { notify, withdrawNotices } from '#rooms/notifications/server/index.ts';
import { holdersOf } from '#rooms/people/server/index.ts';

/**
 * Who helps no longer needs no list of a coach, and who is gone none at all. Whoever had them as buddy hears that there is
 * to be another one; that choice stays the coordinator's, who hears it too.
 */
export async function leaveBeginnings(tx: Tx, { personId, gone }: Left): Promise<void> {
  await tx
    .deleteFrom('welcome')
    .where('person_id', '=', personId)
    .$if(!gone, (query) => query.where('kind', '=', 'coach'))
    .execute();
  const left = await tx
    .updateTable('welcome')
    .set({ buddy_id: null })
    .where('buddy_id', '=', personId)
    .returning(['id', 'person_id', 'finished_at'])
    .execute();
  for (const { id: subjectId, person_id: beginner, finished_at: finishedAt } of left) {
    for (const reader of [beginner, personId]) await withdrawNotices(tx, { personId: reader, subjectId });
    if (finishedAt) continue;
    await notify(tx, { personId: beginner, kind: 'welcome.buddy_left', subjectId, mailOnly: true });
    for (const coordinator of await holdersOf(tx, 'coordinator'))
      if (coordinator !== beginner)
        await notify(tx, { personId: coordinator, kind: 'welcome.no_buddy', subjectId, mailOnly: true });
  }
}

/** Of how many who begin as a coach they are the buddy. */
export async function buddyOf(tx: Tx, personId: string): Promise<{ buddyOf: number }> {
  const { count } = await tx
    .selectFrom('welcome')
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .where('buddy_id', '=', personId)
    .where('finished_at', 'is', null)
    .executeTakeFirstOrThrow();
  return { buddyOf: Number(count) };
}
