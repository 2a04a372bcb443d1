import { isId } from '#platform/ids.ts';
import { found } from '#platform/errors.ts';
import type { Tx } from '#platform/server/scope.ts';
import { verb } from '#platform/server/verb.ts';
import type { Theme } from '#rooms/organisations/themes.ts';
import { canSeeTip, seesEveryTip, type Tip, type TipStatus } from '../tip.ts';

const columns = [
  'id',
  'title',
  'body',
  'theme',
  'status',
  'external_id',
  'author_id',
  'helped',
  'made_at',
] as const;

/** The tip, whoever asks: for the verbs of this room, which decide what may be done with it. */
export async function tipById(tx: Tx, id: string): Promise<Tip | null> {
  if (!isId(id)) return null;
  const row = await tx.selectFrom('tip').select(columns).where('id', '=', id).executeTakeFirst();
  return row ? tipFrom(row) : null;
}

type Row = { id: string; title: string; body: string; theme: string; status: string } & {
  external_id: string | null;
  author_id: string | null;
  helped: number;
  made_at: Date;
};

const tipFrom = (row: Row): Tip => ({
  id: row.id,
  title: row.title,
  body: row.body,
  theme: row.theme as Theme,
  status: row.status as TipStatus,
  externalId: row.external_id,
  authorId: row.author_id,
  helped: row.helped,
  madeAt: row.made_at,
});

/** One tip, or NotFound when this actor may not see it. */
export const tipHere = verb('tipHere', async (tx, id: string): Promise<Tip> => {
  const tip = found(await tipById(tx, id));
  return found(canSeeTip(tx.actor, tip) ? tip : null);
});

type TipFilter = {
  theme?: Theme | null;
  status?: TipStatus | null;
  externalId?: string | null;
  limit: number;
  after?: string | null;
};

/** Tips this actor may see, drafts that wait for a check first for those who check, then the newest. */
export const tipsHere = verb('tipsHere', async (tx, filter: TipFilter) => {
  let query = tx.selectFrom('tip').select(columns);
  if (!seesEveryTip(tx.actor))
    query = query.where((eb) =>
      eb.or([eb('status', 'in', ['published', 'to_review']), eb('author_id', '=', tx.actor.personId)]),
    );
  if (filter.theme) query = query.where('theme', '=', filter.theme);
  if (filter.status) query = query.where('status', '=', filter.status);
  if (filter.externalId) query = query.where('external_id', '=', filter.externalId);
  if (filter.after) query = query.where('id', '<', filter.after);
  const rows = await query.orderBy('id', 'desc').limit(filter.limit).execute();
  return rows.map(tipFrom);
});
