import { sql } from 'kysely';
import { isId } from '#platform/ids.ts';
import { found } from '#platform/errors.ts';
import type { Tx } from '#platform/server/scope.ts';
import type { Theme } from '#rooms/organisations/themes.ts';
import { canSeeTip, type Tip, type TipLevel, type TipLink, type TipStatus } from '../tip.ts';

/** Every tip of the organisation with the names that go with it, for this room alone: what may be seen is said after. */
export const selectTips = (tx: Tx) =>
  tx
    .selectFrom('tip')
    .leftJoin('unit', 'unit.id', 'tip.unit_id')
    .leftJoin('named as author', 'author.id', 'tip.author_id')
    .leftJoin('named as owner', 'owner.id', 'tip.owner_id')
    .selectAll('tip')
    .select(['unit.name as unit_name'])
    .select(['author.first_name as author_first', 'author.last_name as author_last'])
    .select(['owner.first_name as owner_first', 'owner.last_name as owner_last'])
    .select(
      sql<boolean>`exists (select from tip_vote v where v.tip_id = tip.id and v.person_id = ${tx.actor.personId})`.as(
        'works_for_me',
      ),
    );

type Row = Awaited<ReturnType<ReturnType<typeof selectTips>['executeTakeFirstOrThrow']>>;

const named = (id: string | null, firstName: string | null, lastName: string | null) =>
  id && firstName !== null && lastName !== null ? { firstName, lastName } : null;

export const tipFrom = (row: Row): Tip => ({
  id: row.id,
  title: row.title,
  body: row.body,
  theme: row.theme as Theme,
  application: row.application,
  applicationVersion: row.application_version,
  level: row.level as TipLevel | null,
  unitId: row.unit_id,
  unitName: row.unit_name,
  links: row.links as TipLink[],
  status: row.status as TipStatus,
  expiredFrom: row.expired_from as TipStatus | null,
  sentBackWord: row.sent_back_word,
  externalId: row.external_id,
  authorId: row.author_id,
  author: named(row.author_id, row.author_first, row.author_last),
  ownerId: row.owner_id,
  owner: named(row.owner_id, row.owner_first, row.owner_last),
  reviewedOn: row.reviewed_on,
  reviewOn: row.review_on,
  version: row.version,
  helped: row.helped,
  worksFor: row.works_for,
  worksForMe: row.works_for_me,
  madeAt: row.made_at,
  changedAt: row.changed_at,
});

/** The tip, or NotFound when this actor may not see it. */
export async function tipSeen(tx: Tx, id: string): Promise<Tip> {
  const row = isId(id) ? await selectTips(tx).where('tip.id', '=', id).executeTakeFirst() : null;
  const tip = row ? tipFrom(row) : null;
  return found(tip && canSeeTip(tx.actor, tip) ? tip : null);
}

/** The same, held until the transaction ends: whoever else wants to change it waits. */
export async function lockTip(tx: Tx, id: string): Promise<Tip> {
  if (isId(id)) await tx.selectFrom('tip').select('id').where('id', '=', id).forUpdate().execute();
  return tipSeen(tx, id);
}
