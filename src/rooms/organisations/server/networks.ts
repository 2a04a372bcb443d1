import { newId } from '#platform/ids.ts';
import type { Tx } from '#platform/server/scope.ts';

/** A network, kept by the organisation that one is in. Returns its id. */
export async function addNetwork(tx: Tx, name: string): Promise<string> {
  const id = newId();
  await tx.insertInto('network').values({ id, name }).execute();
  return id;
}

export type NewMember = {
  name: string;
  /** 'gemeente', 'ocmw', …: as authorities are listed. */
  type: string;
  nis: string | null;
  /** Its organisation in this installation, when it has one. A number only: no row leads across the wall. */
  organisationId: string | null;
  /** YYYY-MM-DD */
  startsOn: string;
};

/** An authority that belongs to a network of the organisation one is in. Returns the id of its membership. */
export async function addMember(tx: Tx, networkId: string, member: NewMember): Promise<string> {
  const id = newId();
  const { name, type, nis, organisationId, startsOn } = member;
  await tx
    .insertInto('network_member')
    .values({
      id,
      network_id: networkId,
      name,
      type,
      nis,
      member_organisation_id: organisationId,
      starts_on: startsOn,
    })
    .execute();
  return id;
}
