import { sql } from 'kysely';
import type { Tx } from '#platform/server/scope.ts';
import type { KnownPerson } from '../staff/known.ts';
import type { AddedLine, ChangedLine, FieldChange } from '../staff/plan.ts';
import { tellFormerAddresses } from './former-address.ts';
import { ensureIdentities } from './identity.ts';

/* The people of a plan: made, and changed. Rows go in as one JSON document. */

export type NewPerson = Pick<KnownPerson, 'id' | 'firstName' | 'lastName' | 'email'>;
type Renamed = { id: string; before: string | null; email: string | null };

export const insertPeople = (tx: Tx, importId: string, people: readonly NewPerson[]) =>
  sql`
    insert into person (id, first_name, last_name, email, import_id)
    select id, "firstName", "lastName", email, ${importId}::uuid
      from jsonb_to_recordset(${JSON.stringify(people)}::jsonb)
        as r (id uuid, "firstName" text, "lastName" text, email text)`.execute(tx);

/** Names and addresses of people we know. Returns who has another address now. */
export async function updatePeople(
  tx: Tx,
  lines: readonly (AddedLine | ChangedLine)[],
  known: readonly KnownPerson[],
): Promise<Renamed[]> {
  const changes = new Map(lines.flatMap((line) => (line.personId ? personPart(line.personId, line) : [])));
  const rows = known.flatMap((person) => {
    const theirs = changes.get(person.id);
    return theirs ? [{ before: person, after: { ...person, ...theirs } }] : [];
  });
  const renamed = rows.flatMap(({ before, after }) =>
    before.email === after.email ? [] : [{ id: before.id, before: before.email, email: after.email }],
  );
  // Two may have swapped.
  const swapped = givingUp(renamed, new Set(renamed.map(({ email }) => email)));
  await sql`update person set email = null where id = any(${swapped.map(({ id }) => id)}::uuid[])`.execute(
    tx,
  );
  await sql`
    update person set first_name = r."firstName", last_name = r."lastName", email = r.email
      from jsonb_to_recordset(${JSON.stringify(rows.map(({ after }) => after))}::jsonb)
        as r (id uuid, "firstName" text, "lastName" text, email text)
     where person.id = r.id`.execute(tx);
  return renamed;
}

/** Whose address of before is somebody's of these now. */
const givingUp = (renamed: readonly Renamed[], next: ReadonlySet<string | null>): Renamed[] =>
  renamed.filter(({ before }) => before !== null && next.has(before));

/**
 * Another address is another way to sign in. Whoever gives up an address that somebody else gets now, lets go of it
 * first, or both would sign in as one. `wanted`: the addresses of who is new.
 */
export async function moveIdentities(
  tx: Tx,
  renamed: readonly Renamed[],
  wanted: readonly (string | null)[],
): Promise<void> {
  const next = new Set([...wanted, ...renamed.map(({ email }) => email)]);
  await ensureIdentities(
    tx,
    givingUp(renamed, next).map(({ id }) => ({ id, email: null })),
  );
  await ensureIdentities(tx, renamed);
  await tellFormerAddresses(
    tx,
    renamed.map(({ id, before }) => ({ personId: id, address: before })),
    'list',
  );
}

const ofPerson = ['firstName', 'lastName', 'email'];

/** The one line of a person that carries what changes in the person. */
function personPart(
  personId: string,
  { changes }: AddedLine | ChangedLine,
): [string, Partial<KnownPerson>][] {
  const theirs = changesOf(changes, ofPerson);
  return Object.keys(theirs).length === 0 ? [] : [[personId, theirs]];
}

/** What these fields become. */
export const changesOf = (changes: readonly FieldChange[], fields: readonly string[]) =>
  Object.fromEntries(
    changes.filter(({ field }) => fields.includes(field)).map(({ field, to }) => [field, to]),
  );
