import { sql } from 'kysely';
import { newId } from '#platform/ids.ts';
import type { Tx } from '#platform/server/scope.ts';
import { organisationOf } from '#rooms/organisations/server/index.ts';
import { cleanAddress, demoEnding, withoutMail } from './identity.ts';

/**
 * What ensureIdentity does, for many at once who were written a moment ago and have no identity yet: three
 * statements for thousands. In the order of the addresses: two organisations that share colleagues and import at
 * the same moment then wait for one another, instead of each holding what the other wants.
 */
export async function makeIdentities(
  tx: Tx,
  people: readonly { id: string; email: string | null }[],
): Promise<void> {
  const { demo } = await organisationOf(tx);
  const rows = people.map(({ id: personId, email }) => {
    const id = newId();
    const address = email === null ? withoutMail(id) : cleanAddress(email) + (demo ? demoEnding : '');
    return { personId, id, address };
  });
  const given = await sql<{ id: string; address: string }>`
    insert into identity.identity (id, email)
    select id, address from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (id uuid, address text)
     order by address
    on conflict (email) do update set updated_at = app_now() returning id, email as address`.execute(tx);
  const idAt = new Map(given.rows.map(({ id, address }) => [address, id]));
  const ties = JSON.stringify(rows.map(({ personId, address }) => ({ personId, id: idAt.get(address) })));
  await sql`
    update person set identity_id = r.id
      from jsonb_to_recordset(${ties}::jsonb) as r ("personId" uuid, id uuid) where person.id = r."personId"`.execute(
    tx,
  );
  await sql`
    insert into address (kind, lookup, subject_id)
    select 'identity', r.id::text, r."personId"
      from jsonb_to_recordset(${ties}::jsonb) as r ("personId" uuid, id uuid)
    on conflict (kind, lookup, organisation_id) do nothing`.execute(tx);
}
