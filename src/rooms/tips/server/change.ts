import { allow, Conflict } from '#platform/errors.ts';
import type { Tx } from '#platform/server/scope.ts';
import { verb } from '#platform/server/verb.ts';
import { record } from '#rooms/activity/server/index.ts';
import { fullName } from '#rooms/people/name.ts';
import { namesOf } from '#rooms/people/server/index.ts';
import type { TipForm } from '../forms.ts';
import { canChangeTip, canKeepTip, editionOf, statusAfterChange, waitsAnew, type Tip } from '../tip.ts';
import { fileIfFindable } from './filing.ts';
import { checkKept } from './keeping.ts';
import { lockTip } from './seeing.ts';
import { tellChecker } from './tell.ts';
import { saveText, versionOf } from './versions.ts';
import { aboutOf } from './write.ts';

/**
 * Changes a tip: text, what it is about, and for those who may also who keeps it. Conflict when somebody saved after
 * the edition that the writer had before them: nothing of either is lost. Changed by somebody who does not check, it
 * waits for a check again.
 */
export const changeTip = verb('changeTip', async (tx, id: string, given: TipForm) => {
  const tip = await lockTip(tx, id);
  await sameEdition(tx, tip, given.edition);
  allow(canChangeTip(tx.actor, tip));
  await checkKept(tx, given, tip);
  const keeps = canKeepTip(tx.actor, tip);
  await saveText(tx, tip, given);
  await tx
    .updateTable('tip')
    .set(aboutOf(given))
    .set({ owner_id: (keeps ? given.ownerId : undefined) ?? tip.ownerId })
    .set({ review_on: (keeps ? given.reviewOn : undefined) ?? tip.reviewOn })
    .where('id', '=', id)
    .execute();
  await settle(tx, tip, given);
});

/** Puts a former text back: as a new version, so that the one of now is kept too. */
export const putBackTip = verb(
  'putBackTip',
  async (tx, id: string, { version, edition }: { version: number; edition: string }) => {
    const tip = await lockTip(tx, id);
    await sameEdition(tx, tip, edition);
    allow(canChangeTip(tx.actor, tip));
    const former = await versionOf(tx, tip, version);
    await saveText(tx, tip, former);
    await settle(tx, tip, former);
  },
);

/** What every change brings along: where the tip stands now, the search, the log. */
async function settle(tx: Tx, tip: Tip, text: Pick<Tip, 'title' | 'body'>): Promise<void> {
  const status = statusAfterChange(tx.actor, tip);
  await tx
    .updateTable('tip')
    .set({ status, sent_back_word: null, changed_at: tx.now })
    .where('id', '=', tip.id)
    .execute();
  await fileIfFindable(tx, { id: tip.id, title: text.title, body: text.body, status });
  await record(tx, { event: 'tip.changed', subject: { kind: 'tip', id: tip.id }, particulars: { status } });
  if (waitsAnew(tx.actor, tip, status)) await tellChecker(tx, tip);
}

/** An expired tip is first put back; and nobody saves over what they have not seen. */
async function sameEdition(tx: Tx, tip: Tip, edition: string): Promise<void> {
  if (tip.status === 'expired') throw new Conflict('tips_expired_meanwhile');
  if (editionOf(tip) === edition) return;
  const last = await tx
    .selectFrom('tip_version')
    .select('changed_by')
    .where('tip_id', '=', tip.id)
    .orderBy('version', 'desc')
    .executeTakeFirst();
  const name = (await namesOf(tx, last?.changed_by ? [last.changed_by] : [])).get(last?.changed_by ?? '');
  throw name
    ? new Conflict('tips_changed_by_meanwhile', { name: fullName(name) })
    : new Conflict('tips_changed_meanwhile');
}
