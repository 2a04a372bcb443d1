import { sql } from 'kysely';
import { found, NotFound } from '#platform/errors.ts';
import { isId, newId } from '#platform/ids.ts';
import type { Tx } from '#platform/server/scope.ts';
import { verb } from '#platform/server/verb.ts';
import { record } from '#rooms/activity/server/index.ts';
import { exampleItems } from '../../welcome/example.ts';
import type { ItemGiven } from '../../welcome/forms.ts';
import {
  isForCoachesOnly,
  type Audience,
  type Doer,
  type ShownBy,
  type WelcomeItem,
} from '../../welcome/steps.ts';

export type OwnItem = WelcomeItem & { id: string };

/** The list with which somebody begins: the organisation's own, or the example as long as it has none. */
export type WelcomeList = { own: true; items: OwnItem[] } | { own: false; items: WelcomeItem[] };

export const welcomeListHere = verb('welcomeListHere', listOf);

/** What is on it, in order. */
export const itemsOf = async (tx: Tx): Promise<WelcomeItem[]> => (await listOf(tx)).items;

async function listOf(tx: Tx): Promise<WelcomeList> {
  const rows = await tx
    .selectFrom('welcome_item')
    .selectAll()
    .where('removed_at', 'is', null)
    .orderBy('position')
    .orderBy('id')
    .execute();
  return rows.length > 0 ? { own: true, items: rows.map(itemFrom) } : { own: false, items: exampleItems() };
}

type Row = { id: string; sentence: string; doer: string; groups: string[]; shown_by: string | null };

const itemFrom = ({ id, sentence, doer, groups, shown_by: shownBy }: Row): OwnItem => ({
  ...{ id, sentence, doer: doer as Doer, groups: groups as Audience[], shownBy: shownBy as ShownBy | null },
});

/** Writes the example down as the organisation's own, to be changed. Done already, nothing happens. */
export const ownWelcomeList = verb('ownWelcomeList', async (tx) => {
  await alone(tx);
  if ((await listOf(tx)).own) return;
  await tx.insertInto('welcome_item').values(exampleItems().map(rowOf)).execute();
  await note(tx, 'welcome_list.own', tx.actor.organisationId);
});

/** The example again: all of the own list is taken off. Lists that are running stay as they are. */
export const exampleWelcomeList = verb('exampleWelcomeList', async (tx) => {
  await tx.updateTable('welcome_item').set({ removed_at: tx.now }).where('removed_at', 'is', null).execute();
  await note(tx, 'welcome_list.example', tx.actor.organisationId);
});

/** One of the own list, also when it was taken off. */
export const welcomeItemHere = verb('welcomeItemHere', async (tx, id: string) =>
  itemFrom(await itemRow(tx, id)),
);

/** At the end of the own list. Returns its id. */
export const addWelcomeItem = verb('addWelcomeItem', async (tx, { sentence, doer, groups }: ItemGiven) => {
  await ownWelcomeList(tx);
  const { last } = await tx
    .selectFrom('welcome_item')
    .select((eb) => eb.fn.coalesce(eb.fn.max('position'), sql<number>`0`).as('last'))
    .executeTakeFirstOrThrow();
  const row = rowOf({ sentence, doer, groups, shownBy: null }, last + 1);
  await tx.insertInto('welcome_item').values(row).execute();
  await note(tx, 'welcome_item.added', row.id);
  return row.id;
});

export const changeWelcomeItem = verb('changeWelcomeItem', async (tx, id: string, given: ItemGiven) => {
  await itemRow(tx, id);
  const { sentence, doer, groups } = given;
  await tx.updateTable('welcome_item').set({ sentence, doer, groups }).where('id', '=', id).execute();
  await note(tx, 'welcome_item.changed', id);
});

export const removeWelcomeItem = verb('removeWelcomeItem', async (tx, id: string) => {
  await itemRow(tx, id);
  await tx.updateTable('welcome_item').set({ removed_at: tx.now }).where('id', '=', id).execute();
  await note(tx, 'welcome_item.removed', id);
});

/** Undoes the above, at its old place. */
export const restoreWelcomeItem = verb('restoreWelcomeItem', async (tx, id: string) => {
  await itemRow(tx, id);
  await tx.updateTable('welcome_item').set({ removed_at: null }).where('id', '=', id).execute();
  await note(tx, 'welcome_item.restored', id);
});

/** One place up or down; the first stays first, the last stays last, and what was taken off stays off. */
export const moveWelcomeItem = verb('moveWelcomeItem', async (tx, id: string, way: 'up' | 'down') => {
  await alone(tx);
  await itemRow(tx, id);
  const list = await listOf(tx);
  const items = list.own ? list.items : [];
  const moved = items.find((item) => item.id === id);
  const beside = moved && neighbour(items, moved, way);
  if (!moved || !beside) return;
  const ids = items.map((item) => item.id).filter((other) => other !== id);
  ids.splice(ids.indexOf(beside.id) + (way === 'up' ? 0 : 1), 0, id);
  await sql`
    update welcome_item set position = o.place
      from unnest(${ids}::uuid[]) with ordinality as o (id, place) where welcome_item.id = o.id`.execute(tx);
});

/** The next one that way among those it is shown with. */
function neighbour(items: readonly OwnItem[], moved: OwnItem, way: 'up' | 'down'): OwnItem | undefined {
  const together = items.filter((item) => isForCoachesOnly(item) === isForCoachesOnly(moved));
  return together[together.indexOf(moved) + (way === 'up' ? -1 : 1)];
}

const rowOf = ({ sentence, doer, groups, shownBy }: WelcomeItem, position: number) => ({
  ...{ id: newId(), sentence, doer, groups: [...groups], shown_by: shownBy, position },
});

async function itemRow(tx: Tx, id: string) {
  if (!isId(id)) throw new NotFound();
  return found(await tx.selectFrom('welcome_item').selectAll().where('id', '=', id).executeTakeFirst());
}

/** Two who change the list at the same moment do so one after the other. */
const alone = (tx: Tx) =>
  sql`select pg_advisory_xact_lock(hashtext('onboarding.welcomeList' || current_organisation()))`.execute(tx);

const note = (tx: Tx, event: string, id: string) =>
  record(tx, { event, subject: { kind: 'welcome_item', id } });
