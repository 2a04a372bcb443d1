import { localDay } from '#platform/days.ts';
import { newId } from '#platform/ids.ts';
import { allow, found } from '#platform/errors.ts';
import type { Tx } from '#platform/server/scope.ts';
import { verb } from '#platform/server/verb.ts';
import { record } from '#rooms/activity/server/index.ts';
import { bindAddress } from '#rooms/organisations/server/index.ts';
import type { TipForm } from '../forms.ts';
import { canChangeTip, canCheckTips, statusAfterChange, waitsAnew, type TipStatus } from '../tip.ts';
import { fileIfFindable } from './filing.ts';
import { aYearFrom, checkKept } from './keeping.ts';
import { lockTip } from './seeing.ts';
import { tellChecker } from './tell.ts';
import { saveText, keepVersion } from './versions.ts';

type TipText = Pick<TipForm, 'title' | 'body' | 'theme'>;

export type NewTip = TipText & Partial<TipForm> & { externalId?: string | null; status?: TipStatus };

/**
 * Writes a tip, which its writer keeps. What somebody who helps writes can be published at once; what a colleague
 * writes is a draft until a coach has looked. An external id that is known gives the tip that has it, updated; it is not
 * new then.
 */
export const writeTip = verb('writeTip', async (tx, given: NewTip) => {
  await checkKept(tx, given);
  const checks = canCheckTips(tx.actor);
  const status = checks ? (given.status ?? 'published') : 'draft';
  const id = newId();
  const made = await tx
    .insertInto('tip')
    .values({
      id,
      ...aboutOf(given),
      title: given.title,
      body: given.body,
      status,
      external_id: given.externalId ?? null,
      author_id: tx.actor.personId,
      owner_id: tx.actor.personId,
      reviewed_on: status === 'draft' ? null : localDay(tx.now),
      review_on: status === 'draft' ? null : (given.reviewOn ?? aYearFrom(tx.now)),
      made_at: tx.now,
      changed_at: tx.now,
    })
    .onConflict((conflict) => conflict.columns(['organisation_id', 'external_id']).doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!made) {
    const known = await idOfExternal(tx, given.externalId!);
    await bringUpToDate(tx, known, { ...given, status });
    return { id: known, isNew: false };
  }
  await bindAddress(tx, { kind: 'tip', lookup: id, subjectId: id });
  await keepVersion(tx, { id, version: 1, title: given.title, body: given.body });
  await fileIfFindable(tx, { id, title: given.title, body: given.body, status });
  await record(tx, { event: 'tip.written', subject: { kind: 'tip', id }, particulars: { status } });
  if (waitsAnew(tx.actor, null, status)) await tellChecker(tx, { id, theme: given.theme });
  return { id, isNew: true };
});

/** The columns that say what a tip is about and for whom. */
export const aboutOf = (given: Partial<TipForm> & { theme: string }) => ({
  theme: given.theme,
  application: given.application ?? null,
  application_version: given.applicationVersion ?? null,
  level: given.level ?? null,
  unit_id: given.unitId ?? null,
  links: JSON.stringify(given.links ?? []),
});

/**
 * A tip that is kept elsewhere, as it is there now: text, theme and status, and what else was given; the rest stays as
 * it was made here.
 */
async function bringUpToDate(tx: Tx, id: string, given: NewTip & { status: TipStatus }): Promise<void> {
  const tip = await lockTip(tx, id);
  allow(canChangeTip(tx.actor, tip));
  const status = canCheckTips(tx.actor) ? given.status : statusAfterChange(tx.actor, tip);
  const before = tip.status === 'expired' ? tip.expiredFrom : tip.status;
  await saveText(tx, tip, given);
  await tx
    .updateTable('tip')
    .set({ ...givenAbout(given), status, changed_at: tx.now })
    .set({ expired_from: status === 'expired' ? before : null })
    .set({ reviewed_on: status === 'draft' ? null : localDay(tx.now) })
    .set({ review_on: status === 'draft' ? null : (given.reviewOn ?? aYearFrom(tx.now)) })
    .where('id', '=', id)
    .execute();
  await fileIfFindable(tx, { id, title: given.title, body: given.body, status });
  await record(tx, { event: 'tip.changed', subject: { kind: 'tip', id }, particulars: { status } });
  if (waitsAnew(tx.actor, tip, status)) await tellChecker(tx, { id, theme: given.theme });
}

/** The same columns, but only those that were given: an update leaves out what is undefined. */
const givenAbout = (given: NewTip) => ({
  theme: given.theme,
  application: given.application,
  application_version: given.applicationVersion,
  level: given.level,
  unit_id: given.unitId,
  links: given.links && JSON.stringify(given.links),
});

async function idOfExternal(tx: Tx, externalId: string): Promise<string> {
  const row = await tx
    .selectFrom('tip')
    .select('id')
    .where('external_id', '=', externalId)
    .executeTakeFirst();
  return found(row).id;
}
