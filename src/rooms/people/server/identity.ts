import { sql } from 'kysely';
import { newId } from '#platform/ids.ts';
import { database } from '#platform/server/db.ts';
import { found } from '#platform/errors.ts';
import type { Tx } from '#platform/server/scope.ts';
import { bindAddress } from '#rooms/organisations/server/index.ts';

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

/**
 * Gives a person the identity that belongs to their address, in the caller's transaction: found, moved or
 * made. To be called after a person is written and whenever their e-mail changes; `email` null is somebody
 * without e-mail. The same again changes nothing.
 *
 * When an address changes, the identity moves along only if it is this organisation's alone: one employer
 * never changes how somebody signs in at another. Who had a session then signs in again: whoever
 * could read the old mailbox has no more to do here.
 *
 * Throws NotFound when the person is not of this organisation.
 */
export async function ensureIdentity(tx: Tx, personId: string, email: string | null): Promise<string> {
  const person = found(
    await tx
      .selectFrom('person')
      .innerJoin('organisation', 'organisation.id', 'person.organisation_id')
      .select(['person.identity_id', 'organisation.demo'])
      .where('person.id', '=', personId)
      .executeTakeFirst(),
  );
  const address = email === null ? null : cleanAddress(email) + (person.demo ? demoEnding : '');
  const before = person.identity_id ? await lock(tx, person.identity_id) : null;
  const id = before ? await follow(tx, before, address) : await findOrMake(tx, address);
  if (id !== person.identity_id) await tie(tx, personId, { before: person.identity_id, id });
  return id;
}

/** The row stays ours until the end of the transaction: nobody else starts to hang on it meanwhile. */
async function lock(tx: Tx, id: string): Promise<Identity | null> {
  const { rows } =
    await sql<Identity>`select id, email from identity.identity where id = ${id} for update`.execute(tx);
  return rows[0] ?? null;
}

async function follow(tx: Tx, before: Identity, address: string | null): Promise<string> {
  const wanted = address ?? withoutMail(before.id);
  if (wanted === before.email) return before.id;
  const { rows } =
    await sql<Identity>`select id, email from identity.identity where email = ${wanted}`.execute(tx);
  if (rows[0] || (await hangOn(tx, before.id)) > 1) return findOrMake(tx, address);
  await sql`update identity.identity set email = ${wanted}, updated_at = app_now() where id = ${before.id}`.execute(
    tx,
  );
  await sql`delete from identity.session where identity_id = ${before.id}`.execute(tx);
  return before.id;
}

/** What somebody without e-mail has for an address: it exists in no mail system. */
export const withoutMail = (id: string) => `${id}@no-mail.invalid`;

/** In how many organisations somebody hangs on this identity. */
async function hangOn(tx: Tx, id: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*) from resolve('identity', ${id})`.execute(tx);
  return rows[0]!.count;
}

async function findOrMake(tx: Tx, address: string | null): Promise<string> {
  const id = newId();
  const { rows } = await sql<{ id: string }>`
    insert into identity.identity (id, email) values (${id}, ${address ?? withoutMail(id)})
    on conflict (email) do update set updated_at = app_now() returning id`.execute(tx);
  return rows[0]!.id;
}

async function tie(
  tx: Tx,
  personId: string,
  { before, id }: { before: string | null; id: string },
): Promise<void> {
  await tx.updateTable('person').set({ identity_id: id }).where('id', '=', personId).execute();
  if (before) {
    await tx
      .deleteFrom('address')
      .where('kind', '=', 'identity')
      .where('subject_id', '=', personId)
      .execute();
    if ((await hangOn(tx, before)) === 0)
      await sql`delete from identity.identity where id = ${before}`.execute(tx);
  }
  await bindAddress(tx, { kind: 'identity', lookup: id, subjectId: personId });
}
