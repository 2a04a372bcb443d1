import { sql } from 'kysely';
import { newId } from '#platform/ids.ts';
import { database } from '#platform/server/db.ts';
import { found } from '#platform/errors.ts';
import type { Tx } from '#platform/server/scope.ts';

export type Identity = { id: string; email: string };

export const demoEnding = '.demo.invalid';

/** How an address is compared: as people type it, without spaces around it and without capitals. */
export const cleanAddress = (text: string): string => text.trim().normalize('NFC').toLowerCase();

/**
 * The identity that signs in with this address, or null. Names under .invalid exist in no mail system, so
 * nobody can type one of our own making. A real one goes before a demonstration's.
 */
export async function identityAt(address: string): Promise<Identity | null> {
  const typed = address.endsWith('.invalid') ? '' : address;
  const { rows } = await sql<Identity>`
    select id, email from identity.identity
     where email in (${typed}, ${typed + demoEnding}) order by email = ${typed} desc limit 1`.execute(
    database().db,
  );
  return rows[0] ?? null;
}

/** The identity of a person; made if there was none yet. Null when there is no such person here. */
export async function identityOf(tx: Tx, personId: string): Promise<Identity | null> {
  const person = await tx.selectFrom('person').select('email').where('id', '=', personId).executeTakeFirst();
  if (!person) return null;
  const id = await ensureIdentity(tx, personId, person.email);
  const { rows } = await sql<Identity>`select id, email from identity.identity where id = ${id}`.execute(tx);
  return rows[0]!;
}

/** Somebody, with the address they have from now on; null is somebody without e-mail. */
export type Addressee = { id: string; email: string | null };

/** As ensureIdentities, for one. Throws NotFound when the person is not of this organisation. */
export async function ensureIdentity(tx: Tx, personId: string, email: string | null): Promise<string> {
  return found((await ensureIdentities(tx, [{ id: personId, email }])).get(personId));
}

/**
 * Gives people the identity that belongs to their address, in the caller's transaction: found, moved or made. To be
 * called after people are written and whenever their e-mail changes; where somebody gets what another gives up, the
 * other goes first. The same again changes nothing. A few statements for thousands. Returns the identity of each
 * person who is of this organisation.
 *
 * When an address changes, the identity moves along only if it is this organisation's alone: one employer
 * never changes how somebody signs in at another. Who had a session then signs in again: whoever
 * could read the old mailbox has no more to do here.
 */
export async function ensureIdentities(tx: Tx, people: readonly Addressee[]): Promise<Map<string, string>> {
  const all = await wantingOf(tx, people);
  const changing = all.filter(({ before, address }) => before?.email !== (address ?? noMailOf(before)));
  const alone = await standingAlone(tx, changing);
  await move(
    tx,
    changing.filter(({ id }) => alone.has(id)),
  );
  const tied = await tie(
    tx,
    changing.filter(({ id }) => !alone.has(id)),
  );
  return new Map(all.map(({ id, before }) => [id, tied.get(id) ?? before!.id]));
}

/** `before`: the identity that they have; `isNew` never had any. `address`: null for somebody without e-mail. */
type Wanting = { id: string; before: Identity | null; isNew: boolean; address: string | null };

async function wantingOf(tx: Tx, people: readonly Addressee[]): Promise<Wanting[]> {
  const emails = new Map(people.map(({ id, email }) => [id, email]));
  const { rows } = await sql<{ id: string; identityId: string | null; demo: boolean }>`
    select person.id, identity_id as "identityId", demo
      from person join organisation on organisation.id = organisation_id
     where person.id = any(${[...emails.keys()]}::uuid[])`.execute(tx);
  const ids = rows.flatMap(({ identityId }) => identityId ?? []);
  const held = new Map((await lock(tx, ids)).map((identity) => [identity.id, identity]));
  return rows.map(({ id, identityId, demo }) => {
    const email = emails.get(id) ?? null;
    const address = email === null ? null : cleanAddress(email) + (demo ? demoEnding : '');
    return { id, before: held.get(identityId ?? '') ?? null, isNew: identityId === null, address };
  });
}

/**
 * The rows stay ours until the end of the transaction: nobody else starts to hang on one meanwhile. In the order of the
 * addresses, here and where they are made: two organisations that share colleagues and import at the same moment then
 * wait for one another, instead of each holding what the other wants.
 */
async function lock(tx: Tx, ids: readonly string[]): Promise<Identity[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<Identity>`
    select id, email from identity.identity where id = any(${ids}::uuid[]) order by email for update`.execute(
    tx,
  );
  return rows;
}

/** What somebody without e-mail has for an address: it exists in no mail system. */
const withoutMail = (id: string) => `${id}@no-mail.invalid`;
const noMailOf = (identity: Identity | null) => identity && withoutMail(identity.id);

const asRows = (rows: readonly object[]) => sql`jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)`;

/** Of these people, those whose identity may move along: nobody elsewhere hangs on it, and nobody has the address. */
async function standingAlone(tx: Tx, people: readonly Wanting[]): Promise<Set<string>> {
  const held = people.flatMap(({ id, before, address }) =>
    before ? { id, before: before.id, address } : [],
  );
  if (held.length === 0) return new Set();
  const { rows } = await sql<{ id: string }>`
    select id from ${asRows(held)} as r (id uuid, before uuid, address text)
     where not exists (select from identity.identity i where i.email = r.address)
       and (select count(*) from resolve('identity', r.before::text)) <= 1`.execute(tx);
  return new Set(rows.map(({ id }) => id));
}

async function move(tx: Tx, people: readonly Wanting[]): Promise<void> {
  if (people.length === 0) return;
  const rows = people.map(({ before, address }) => ({
    id: before!.id,
    address: address ?? noMailOf(before),
  }));
  await sql`
    update identity.identity set email = r.address, updated_at = app_now()
      from ${asRows(rows)} as r (id uuid, address text) where identity.id = r.id`.execute(tx);
  const ids = rows.map(({ id }) => id);
  await sql`delete from identity.session where identity_id = any(${ids}::uuid[])`.execute(tx);
}

/** Gives them another identity, found or made. Returns them by person. */
async function tie(tx: Tx, people: readonly Wanting[]): Promise<Map<string, string>> {
  if (people.length === 0) return new Map();
  const tied = await findOrMake(tx, people);
  const rows = asRows([...tied].map(([personId, id]) => ({ personId, id })));
  await sql`
    update person set identity_id = r.id
      from ${rows} as r ("personId" uuid, id uuid) where person.id = r."personId"`.execute(tx);
  await letGo(
    tx,
    people.filter(({ isNew }) => !isNew),
  );
  await sql`
    insert into address (kind, lookup, subject_id)
    select 'identity', r.id::text, r."personId" from ${rows} as r ("personId" uuid, id uuid)
    on conflict (kind, lookup, organisation_id) do nothing`.execute(tx);
  return tied;
}

/** They hang on their identity no more; one on which nobody hangs goes. */
async function letGo(tx: Tx, people: readonly Wanting[]): Promise<void> {
  if (people.length === 0) return;
  const personIds = people.map(({ id }) => id);
  const before = people.flatMap((one) => one.before?.id ?? []);
  await sql`delete from address where kind = 'identity' and subject_id = any(${personIds}::uuid[])`.execute(
    tx,
  );
  await sql`
    delete from identity.identity where id = any(${before}::uuid[])
       and not exists (select from resolve('identity', identity.id::text))`.execute(tx);
}

async function findOrMake(tx: Tx, people: readonly Wanting[]): Promise<Map<string, string>> {
  const rows = people.map(({ id: personId, address }) => {
    const id = newId();
    return { personId, id, address: address ?? withoutMail(id) };
  });
  const given = await sql<{ id: string; address: string }>`
    insert into identity.identity (id, email)
    select id, address from ${asRows(rows)} as r (id uuid, address text) order by address
    on conflict (email) do update set updated_at = app_now() returning id, email as address`.execute(tx);
  const idAt = new Map(given.rows.map(({ id, address }) => [address, id]));
  return new Map(rows.map(({ personId, address }) => [personId, found(idAt.get(address))]));
}
