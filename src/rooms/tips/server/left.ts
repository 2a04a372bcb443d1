import { sql } from 'kysely';
import type { Left } from '#platform/server/handed-in.ts';
import type { Tx } from '#platform/server/scope.ts';
import { notify } from '#rooms/notifications/server/index.ts';

/** By the index of who keeps a tip: its owner, else its author. */
const keptBy = (personId: string) => sql<boolean>`coalesce(owner_id, author_id) = ${personId}`;

/** The tips that somebody kept go to the one who keeps them from now on, who hears it once. */
export async function passOnTips(tx: Tx, { personId, keeperId }: Left): Promise<void> {
  if (keeperId === null || keeperId === personId) return;
  const passed = await tx
    .updateTable('tip')
    .set({ owner_id: keeperId })
    .where(keptBy(personId))
    .where('status', '!=', 'expired')
    .returning('id')
    .execute();
  const [first] = passed;
  if (!first) return;
  await notify(tx, {
    ...{ personId: keeperId, kind: 'tip.passed_to_you', subjectId: first.id, mailOnly: true },
    particulars: { tips: String(passed.length) },
  });
}

export async function tipsOf(tx: Tx, personId: string): Promise<{ tips: number }> {
  const { tips } = await tx
    .selectFrom('tip')
    .select(({ fn }) => fn.countAll<string>().as('tips'))
    .where(keptBy(personId))
    .where('status', '!=', 'expired')
    .executeTakeFirstOrThrow();
  return { tips: Number(tips) };
}
