import { sql } from 'kysely';
import { database } from '#platform/server/db.ts';
import type { Tx } from '#platform/server/scope.ts';

export type AddressKind =
  | 'slug'
  | 'old_slug'
  | 'question'
  | 'tip'
  | 'problem'
  | 'follow_up'
  | 'token'
  | 'identity'
  | 'network_invitation';

export type Addressed = { organisationId: string; subjectId: string };

/** Whose it is, asked before the wall is entered. Usually one; an identity may work in several places. */
export async function resolve(kind: AddressKind, lookup: string): Promise<Addressed[]> {
  const { rows } = await sql<{ organisation_id: string; subject_id: string }>`
    select organisation_id, subject_id from resolve(${kind}, ${lookup})`.execute(database().db);
  return rows.map((row) => ({ organisationId: row.organisation_id, subjectId: row.subject_id }));
}

export type Address = { kind: AddressKind; lookup: string; subjectId: string; validUntil?: Date };

/** Makes something findable from outside the wall. The same again changes nothing. */
export async function bindAddress(tx: Tx, { kind, lookup, subjectId, validUntil }: Address) {
  await tx
    .insertInto('address')
    .values({ kind, lookup, subject_id: subjectId, valid_until: validUntil ?? null })
    .onConflict((conflict) => conflict.columns(['kind', 'lookup', 'organisation_id']).doNothing())
    .execute();
}

/** The organisations of this installation, oldest first. Ids only: to see more, enter one. */
export async function organisationsHere(): Promise<{ id: string; demo: boolean }[]> {
  const { rows } = await sql<{
    id: string;
    demo: boolean;
  }>`select id, demo from organisations_here()`.execute(database().db);
  return rows;
}
