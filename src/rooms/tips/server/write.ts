import { sql } from 'kysely';
import { newId } from '#platform/ids.ts';
import { localDay } from '#platform/days.ts';
import { allow, found, NotFound } from '#platform/errors.ts';
import type { Tx } from '#platform/server/scope.ts';
import { verb } from '#platform/server/verb.ts';
import { record } from '#rooms/activity/server/index.ts';
import { fileDocument, unfileDocument } from '#rooms/search/server/index.ts';
import { canChangeTip, canCheckTips, canSeeTip, isFindable, type TipStatus } from '../tip.ts';
import type { TipForm } from '../forms.ts';
import { tipById } from './read.ts';

export type NewTip = TipForm & { externalId?: string | null; status?: TipStatus };

/**
 * Writes a tip. What somebody who helps writes can be published at once; what a colleague writes is a
 * draft until a coach has looked. An external id that is known gives the tip that has it, updated.
 */
export const writeTip = verb('writeTip', async (tx, given: NewTip) => {
  const status = canCheckTips(tx.actor) ? (given.status ?? 'published') : 'draft';
  const id = newId();
  const isNew = await tx
    .insertInto('tip')
    .values({
      id,
      title: given.title,
      body: given.body,
      theme: given.theme,
      status,
      external_id: given.externalId ?? null,
      author_id: tx.actor.personId,
      reviewed_on: status === 'draft' ? null : localDay(tx.now),
      made_at: tx.now,
    })
    .onConflict((conflict) => conflict.columns(['organisation_id', 'external_id']).doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!isNew) return change(tx, await idOfExternal(tx, given.externalId!), { ...given, status });
  await fileIfFindable(tx, { id, ...given, status });
  await record(tx, { event: 'tip.written', subject: { kind: 'tip', id }, particulars: { status } });
  return id;
});

/** Changes a tip, or its status: for whoever checks tips. */
export const changeTip = verb('changeTip', (tx, id: string, given: TipForm & { status: TipStatus }) =>
  change(tx, id, given),
);

async function change(tx: Tx, id: string, given: TipForm & { status: TipStatus }): Promise<string> {
  found(await tipById(tx, id));
  allow(canChangeTip(tx.actor));
  await tx
    .updateTable('tip')
    .set({ title: given.title, body: given.body, theme: given.theme, status: given.status })
    .set({ reviewed_on: given.status === 'draft' ? null : localDay(tx.now) })
    .where('id', '=', id)
    .execute();
  await fileIfFindable(tx, { id, ...given });
  await record(tx, {
    event: 'tip.changed',
    subject: { kind: 'tip', id },
    particulars: { status: given.status },
  });
  return id;
}

async function fileIfFindable(tx: Tx, tip: { id: string; title: string; body: string; status: TipStatus }) {
  if (isFindable(tip.status))
    await fileDocument(tx, { kind: 'tip', subjectId: tip.id, title: tip.title, body: tip.body });
  else await unfileDocument(tx, 'tip', tip.id);
}

/** A colleague found the answer here. A vote on a tip is not a figure about people. */
export const thisTipHelps = verb('thisTipHelps', async (tx, id: string) => {
  const tip = await tipById(tx, id);
  if (!tip || !canSeeTip(tx.actor, tip)) throw new NotFound();
  await tx
    .updateTable('tip')
    .set({ helped: sql`helped + 1` })
    .where('id', '=', id)
    .execute();
});

async function idOfExternal(tx: Tx, externalId: string): Promise<string> {
  const row = await tx
    .selectFrom('tip')
    .select('id')
    .where('external_id', '=', externalId)
    .executeTakeFirst();
  return found(row).id;
}
