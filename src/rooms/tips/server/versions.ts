import { allow, found } from '#platform/errors.ts';
import type { Tx } from '#platform/server/scope.ts';
import { verb } from '#platform/server/verb.ts';
import { canSeeVersions, type Tip } from '../tip.ts';
import { tipSeen } from './seeing.ts';

type Text = Pick<Tip, 'title' | 'body'>;

/** Keeps a text of a tip for good, with who wrote it and when: the one of now is the last of them. */
export async function keepVersion(tx: Tx, kept: Text & { id: string; version: number }): Promise<void> {
  await tx
    .insertInto('tip_version')
    .values({
      tip_id: kept.id,
      version: kept.version,
      title: kept.title,
      body: kept.body,
      changed_by: tx.actor.personId,
      changed_at: tx.now,
    })
    .execute();
}

/** Gives a tip that is locked another text, as its next version. A text that is the same is no change. */
export async function saveText(tx: Tx, tip: Tip, { title, body }: Text): Promise<void> {
  const same = (one: string, other: string) => one.replaceAll('\r\n', '\n') === other;
  if (title === tip.title && same(tip.body, body)) return;
  const version = tip.version + 1;
  await keepVersion(tx, { id: tip.id, version, title, body });
  await tx.updateTable('tip').set({ title, body, version }).where('id', '=', tip.id).execute();
}

export type TipVersion = {
  version: number;
  title: string;
  body: string;
  changedAt: Date;
  changedBy: { firstName: string; lastName: string } | null;
};

/** The tip and every text it ever had, the one of now first. For whoever may change it. */
export const tipVersions = verb(
  'tipVersions',
  async (tx, id: string): Promise<{ tip: Tip; versions: TipVersion[]; now: Date }> => {
    const tip = await tipSeen(tx, id);
    allow(canSeeVersions(tx.actor, tip));
    const rows = await tx
      .selectFrom('tip_version')
      .leftJoin('named', 'named.id', 'tip_version.changed_by')
      .select(['version', 'title', 'body', 'changed_at', 'first_name', 'last_name'])
      .where('tip_id', '=', id)
      .orderBy('version', 'desc')
      .execute();
    const versions = rows.map((row) => ({
      version: row.version,
      title: row.title,
      body: row.body,
      changedAt: row.changed_at,
      changedBy:
        row.first_name !== null && row.last_name !== null
          ? { firstName: row.first_name, lastName: row.last_name }
          : null,
    }));
    return { tip, versions, now: tx.now };
  },
);

/** One text of a tip, or NotFound, for the verb that puts it back. */
export async function versionOf(tx: Tx, tip: Tip, version: number): Promise<Text> {
  const exists = Number.isInteger(version) && version >= 1 && version <= tip.version;
  const row = exists
    ? await tx
        .selectFrom('tip_version')
        .select(['title', 'body'])
        .where('tip_id', '=', tip.id)
        .where('version', '=', version)
        .executeTakeFirst()
    : null;
  return found(row);
}
