import { sql, type RawBuilder } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import { onceIn, type Tx } from '#platform/server/scope.ts';
import { verb } from '#platform/server/verb.ts';
import { knowUnseen, unseenOf } from '#rooms/notifications/server/index.ts';
import type { ListName } from '../listing.ts';
import { inOrder, narrowed } from './narrow.ts';
import { coachedUnits, hadTurn } from './seeing.ts';

type Waiting = {
  /** All about which there is something new, of every kind. */
  unseen: ReadonlySet<string>;
  /** How much waits for the person as a helper. */
  forMe: number;
  /** In how much they asked themself there is something new. */
  news: number;
  /** What stands first in "voor mij". */
  next: { id: string; title: string } | null;
};

/** The one answer to "what waits for me": the menu, the start page and the lists all count by it. */
const waitingFor = (tx: Tx): Promise<Waiting> => onceIn(tx, 'helpline.waiting', () => readWaiting(tx));

async function readWaiting(tx: Tx): Promise<Waiting> {
  const first = inOrder(narrowed(tx, { list: 'for_me', theme: null }), 'for_me')
    .clearSelect()
    .select(['question.id', 'question.title'])
    .select(sql<number>`count(*) over ()`.as('waiting'))
    .limit(1);
  const news = idsOf(tx, 'mine').where('question.id', 'in', unseenOf(tx));
  const row = await tx
    .selectNoFrom([
      jsonArrayFrom(first).as('first'),
      countOf(news).as('news'),
      jsonArrayFrom(unseenOf(tx)).as('unseen'),
    ])
    .executeTakeFirstOrThrow();
  const [next] = row.first;
  const unseen = new Set(row.unseen.map((one) => one.subject_id));
  return {
    forMe: Number(next?.waiting ?? 0),
    news: Number(row.news),
    next: next ? { id: next.id, title: next.title } : null,
    unseen: await knowUnseen(tx, unseen),
  };
}

const idsOf = (tx: Tx, list: ListName) =>
  narrowed(tx, { list, theme: null }).clearSelect().select('question.id');

const countOf = (ids: ReturnType<typeof idsOf>) => sql<number>`(select count(*) from (${ids}) as listed)`;

/** The subjects about which there is something new, read with what waits: most pages ask for both. */
export const unseenHere = async (tx: Tx) => (await waitingFor(tx)).unseen;

export const waitsForMe = verb('waitsForMe', async (tx) => {
  const { forMe, news, next } = await waitingFor(tx);
  return { forMe, news, next };
});

/**
 * What waits for me, how much is open in my unit, and whether I ever helped or noted anything for somebody. `unit` is
 * null for whoever coaches none.
 */
export const listsForMe = verb('listsForMe', async (tx) => {
  const { forMe, news } = await waitingFor(tx);
  const coaches = coachedUnits(tx).length > 0;
  const ofUnit: RawBuilder<number | null> = coaches ? countOf(idsOf(tx, 'unit')) : sql`null`;
  const noted = tx.selectFrom('question').where('noted_by', '=', tx.actor.personId).select('id');
  const row = await tx
    .selectNoFrom((eb) => [
      eb.exists(hadTurn(tx)).as('helped'),
      eb.exists(noted).as('noted'),
      ofUnit.as('unit'),
    ])
    .executeTakeFirstOrThrow();
  return {
    ...{ forMe, news, unit: row.unit === null ? null : Number(row.unit) },
    ...{ helped: Boolean(row.helped), noted: Boolean(row.noted) },
  };
});
