import { AsyncLocalStorage } from 'node:async_hooks';
import { sql, type Transaction } from 'kysely';
import type { DB } from '#db/types.ts';
import type { Actor } from '../actor.ts';
import { database } from './db.ts';

export type { Actor, RoleHeld } from '../actor.ts';

/** A transaction inside one organisation: who acts, and the moment, the same for the whole of it. */
export type Tx = Transaction<DB> & { readonly actor: Actor; readonly now: Date };

/** Somebody who asks, or the transaction of somebody who is already asking: verbs join it. */
export type Who = Actor | Tx;

/** A job or command acting for the organisation itself. */
export const system = (organisationId: string, name: string): Actor => ({
  kind: 'system',
  organisationId,
  personId: null,
  tokenId: null,
  name,
  roles: [],
  may: () => true,
});

const isTx = (who: Who): who is Tx => 'actor' in who;

/** Who acts, whether or not a transaction is already open. */
export const actorOf = (who: Who): Actor => (isTx(who) ? who.actor : who);

/**
 * Opens a transaction in the actor's organisation, or joins the one given. The wall in the database
 * reads `app.organisation` and `app.person`; nothing after this mentions the organisation's id again,
 * but for the rows it writes.
 */
export function inOrganisation<Result>(who: Who, work: (tx: Tx) => Promise<Result>): Promise<Result> {
  if (isTx(who)) return work(who);
  const together = reading.getStore();
  if (together?.actor === who) return work(together);
  return database()
    .db.transaction()
    .execute(async (transaction) => work(await enter(transaction, who)));
}

/** The transaction in which the page that is being answered reads, and what was read in it already. */
const reading = new AsyncLocalStorage<Tx>();
const kept = new WeakMap<Tx, Map<string, unknown>>();

/**
 * All that `work` asks as `actor` it asks in this one transaction: layout and page of one request see the same moment,
 * and the way in is paid for once. For requests that read; what changes something opens its own. `known` is what the
 * way in found out already, under the names of onceIn().
 */
export function readTogether<Result>(
  tx: Tx,
  { actor, known }: { actor: Actor; known: Readonly<Record<string, unknown>> },
  work: () => Promise<Result>,
): Promise<Result> {
  const own = Object.assign(tx.withoutPlugins(), { actor, now: tx.now });
  kept.set(own, new Map(Object.entries(known)));
  return reading.run(own, work);
}

/** Whether this is the transaction of a page, in which nothing is changed. */
export const isReading = (tx: Tx): boolean => kept.has(tx);

/** What several parts of one page ask is read once in it, under this name; anywhere else it is read each time. */
export async function onceIn<Result>(tx: Tx, name: string, read: () => Promise<Result>): Promise<Result> {
  const known = kept.get(tx);
  if (!known) return read();
  if (!known.has(name)) known.set(name, read());
  return known.get(name) as Result | Promise<Result>;
}

async function enter(transaction: Transaction<DB>, actor: Actor): Promise<Tx> {
  const { rows } = await sql<{ now: Date }>`
    select set_config('app.organisation', ${actor.organisationId}, true),
           set_config('app.person', ${actor.personId ?? ''}, true),
           app_now() as now`.execute(transaction);
  return Object.assign(transaction, { actor, now: rows[0]!.now });
}

/**
 * The same transaction, as somebody else and at another moment: for commands that write history, which is the
 * demo. Verbs are given the Tx that `work` gets; afterwards the first actor is back. So a whole past is
 * played in one transaction, and either all of it happened or nothing.
 */
export async function enterAt<Result>(
  tx: Tx,
  { actor, moment }: { actor: Actor; moment: Date },
  work: (tx: Tx) => Promise<Result>,
): Promise<Result> {
  if (actor.organisationId !== tx.actor.organisationId)
    throw new Error('another organisation is another transaction');
  await becomePerson(tx, actor);
  const result = await work(Object.assign(tx.withoutPlugins(), { actor, now: moment }));
  await becomePerson(tx, tx.actor);
  return result;
}

const becomePerson = (tx: Tx, { personId }: Actor) =>
  sql`select set_config('app.person', ${personId ?? ''}, true)`.execute(tx);
