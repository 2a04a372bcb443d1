import { sql, type SqlBool } from 'kysely';
import { localDay } from '#platform/days.ts';
import { isId } from '#platform/ids.ts';
import type { Tx } from '#platform/server/scope.ts';
import { verb } from '#platform/server/verb.ts';
import type { Theme } from '#rooms/organisations/themes.ts';
import { findLike } from '#rooms/search/server/index.ts';
import { seesEveryTip, type Tip, type TipLevel, type TipStatus } from '../tip.ts';
import { selectTips, tipFrom, tipSeen } from './seeing.ts';

/** One tip, or NotFound when this actor may not see it. */
export const tipHere = verb('tipHere', (tx, id: string): Promise<Tip> => tipSeen(tx, id));

export type TipFilter = {
  theme?: Theme | null;
  /** One, or any of them. */
  status?: TipStatus | readonly TipStatus[] | null;
  application?: string | null;
  level?: TipLevel | null;
  /** Only what is meant for the reader's own unit. */
  ownUnit?: boolean;
  externalId?: string | null;
  limit: number;
  after?: string | null;
};

/** Tips this actor may see, the newest first; `after` is the id of the last one of the page before. */
export const tipsHere = verb('tipsHere', async (tx, filter: TipFilter): Promise<Tip[]> => {
  let query = narrowed(tx, filter);
  if (isId(filter.after)) query = query.where('tip.id', '<', filter.after);
  const rows = await query.orderBy('tip.id', 'desc').limit(filter.limit).execute();
  return rows.map(tipFrom);
});

const mostFound = 60;

/** The same, but those that look like what somebody typed, best first, and no pages: who looks further types more. */
export const tipsLike = verb('tipsLike', async (tx, text: string, filter: TipFilter): Promise<Tip[]> => {
  const hits = await findLike(tx, { text, kinds: ['tip'], limit: mostFound });
  if (hits.length === 0) return [];
  const order = hits.map(({ id }) => id);
  const rows = await narrowed(tx, filter).where('tip.id', 'in', order).execute();
  return rows
    .map(tipFrom)
    .toSorted((one, other) => order.indexOf(one.id) - order.indexOf(other.id))
    .slice(0, filter.limit);
});

/**
 * What waits for this reader, the oldest first. `mine`: sent back to its author, or to be looked at by whoever keeps it.
 * `toCheck`, for those who check: sent in, checked but not published, or to be looked at again.
 */
export const tipsWaitingForMe = verb('tipsWaitingForMe', async (tx, { limit }: { limit: number }) => {
  const waiting = () =>
    narrowed(tx, { limit, status: unsettled }).orderBy('tip.changed_at').orderBy('tip.id').limit(limit);
  const mine = await waiting().where(forReaderToDo(tx)).execute();
  const toCheck = seesEveryTip(tx.actor)
    ? await waiting()
        .where('sent_back_word', 'is', null)
        .where((eb) => eb.not(forReaderToDo(tx)))
        .execute()
    : [];
  return { mine: mine.map(tipFrom), toCheck: toCheck.map(tipFrom) };
});

/** The newest that are published for this reader, as part of a larger question. */
export const newestTips = (tx: Tx, limit: number) =>
  narrowed(tx, { limit, status: 'published' })
    .clearSelect()
    .select(['tip.id', 'tip.title'])
    .orderBy('tip.id', 'desc')
    .limit(limit);

/** What tipsWaitingForMe gives, as part of a larger question. */
export const tipsToLookAt = (tx: Tx, limit: number) =>
  narrowed(tx, { limit, status: unsettled })
    .where((eb) =>
      seesEveryTip(tx.actor)
        ? eb.or([eb('sent_back_word', 'is', null), forReaderToDo(tx)])
        : forReaderToDo(tx),
    )
    .clearSelect()
    .select('tip.id')
    .limit(limit);

const unsettled: readonly TipStatus[] = ['draft', 'reviewed', 'to_review'];

const forReaderToDo = (tx: Tx) => sql<SqlBool>`coalesce(
  (status = 'draft' and sent_back_word is not null and author_id = ${tx.actor.personId})
  or (status = 'to_review' and coalesce(owner_id, author_id) = ${tx.actor.personId}), false)`;

/** The applications that published tips are about, by name. */
export const tipApplications = verb('tipApplications', async (tx): Promise<string[]> => {
  const rows = await tx
    .selectFrom('tip')
    .select('application')
    .distinct()
    .where('status', 'in', ['published', 'to_review'])
    .where('application', 'is not', null)
    .orderBy('application')
    .execute();
  return rows.map((row) => row.application!);
});

function narrowed(tx: Tx, filter: TipFilter) {
  let query = selectTips(tx);
  if (!seesEveryTip(tx.actor))
    query = query.where((eb) =>
      eb.or([
        eb.and([eb('status', 'in', ['published', 'to_review']), forReader(tx)]),
        eb('author_id', '=', tx.actor.personId),
        eb('owner_id', '=', tx.actor.personId),
      ]),
    );
  if (filter.theme) query = query.where('theme', '=', filter.theme);
  if (filter.status) query = query.where('status', 'in', [filter.status].flat());
  if (filter.application) query = query.where('application', '=', filter.application);
  if (filter.level) query = query.where('level', '=', filter.level);
  if (filter.ownUnit) query = query.where(inOwnUnits(tx));
  if (filter.externalId) query = query.where('external_id', '=', filter.externalId);
  return query;
}

/** The unit where the reader works and those above it. */
const inOwnUnits = (tx: Tx) => sql<SqlBool>`tip.unit_id in (
  with recursive own as (
    select unit_id as id from appointment
     where person_id = ${tx.actor.personId}
       and (starts_on is null or starts_on <= ${localDay(tx.now)})
       and (ends_on is null or ends_on >= ${localDay(tx.now)})
    union
    select above.parent_id from unit above join own on above.id = own.id where above.parent_id is not null)
  select id from own)`;

/** What is meant for one unit is not listed elsewhere; it is no secret, and its link and the search still find it. */
const forReader = (tx: Tx) => sql<SqlBool>`(tip.unit_id is null or ${inOwnUnits(tx)})`;
