import { sql } from 'kysely';
import { localDay } from '#platform/days.ts';
import { found, NotFound } from '#platform/errors.ts';
import { isId, newId } from '#platform/ids.ts';
import { later } from '#platform/server/jobs.ts';
import type { Tx } from '#platform/server/scope.ts';
import { verb } from '#platform/server/verb.ts';
import { record } from '#rooms/activity/server/index.ts';
import { standsOn, type Period, type Stands } from '../network.ts';

/** A member as its host keeps it. */
export type MemberRow = Period & {
  id: string;
  name: string;
  /** 'gemeente', 'ocmw', …: as authorities are listed. */
  type: string;
  nis: string | null;
  stands: Stands;
  /** It said yes from inside its own organisation, or is the host itself. */
  joined: boolean;
  isHost: boolean;
  invitedUntil: Date | null;
  /** So many of its coaches said yes to the directory. */
  coaches: number;
  addedAt: Date;
};

export type NetworkHosted = { id: string; name: string; members: MemberRow[] };

/** A network, kept by the organisation that one is in. Returns its id. */
export async function addNetwork(tx: Tx, name: string): Promise<string> {
  const id = newId();
  await tx.insertInto('network').values({ id, name }).execute();
  await record(tx, { event: 'network.made', subject: { kind: 'network', id } });
  return id;
}

/** The networks that are kept here, by name, each with its members. `id`: that one alone. */
export async function hostedIn(tx: Tx, id?: string): Promise<NetworkHosted[]> {
  const networks = await tx
    .selectFrom('network')
    .select(['id', 'name'])
    .$if(id !== undefined, (query) => query.where('id', '=', id!))
    .orderBy(sql`name collate "nl-BE-x-icu"`)
    .execute();
  if (networks.length === 0) return [];
  const members = await membersOf(
    tx,
    networks.map((one) => one.id),
  );
  return networks.map((network) => ({ ...network, members: members.get(network.id) ?? [] }));
}

async function membersOf(tx: Tx, networkIds: string[]): Promise<Map<string, MemberRow[]>> {
  const today = localDay(tx.now);
  const rows = await tx
    .selectFrom('network_member as m')
    .leftJoin('network_invitation as i', (join) =>
      join.onRef('i.member_id', '=', 'm.id').on('i.valid_until', '>', tx.now),
    )
    .where('m.network_id', 'in', networkIds)
    .select(['m.id', 'm.network_id', 'm.name', 'm.type', 'm.nis', 'm.starts_on', 'm.ends_on', 'm.left_on'])
    .select(['m.member_organisation_id', 'm.added_at', 'i.valid_until'])
    .select(({ selectFrom }) =>
      selectFrom('network_coach as c')
        .whereRef('c.member_id', '=', 'm.id')
        .select(sql<number>`count(*)::int`.as('coaches'))
        .as('coaches'),
    )
    .orderBy(sql`m.name collate "nl-BE-x-icu"`)
    .orderBy('m.starts_on')
    .execute();
  const members = rows.map((row) => {
    const period = { startsOn: row.starts_on, endsOn: row.ends_on, leftOn: row.left_on };
    const { id, name, type, nis } = row;
    return {
      networkId: row.network_id,
      ...{ id, name, type, nis, ...period, stands: standsOn(period, today) },
      joined: row.member_organisation_id !== null,
      isHost: row.member_organisation_id === tx.actor.organisationId,
      ...{ invitedUntil: row.valid_until, coaches: row.coaches ?? 0, addedAt: row.added_at },
    };
  });
  return Map.groupBy(members, ({ networkId }) => networkId);
}

export async function networkIn(tx: Tx, id: string): Promise<NetworkHosted> {
  const [network] = isId(id) ? await hostedIn(tx, id) : [];
  return found(network);
}

export const memberAmong = (members: readonly MemberRow[], id: string): MemberRow =>
  found(members.find((one) => one.id === id));

/** Which member of which network. */
export type MemberPlace = { networkId: string; id: string };

/** The member, to be changed: locked. NotFound when it is not of that network. */
export async function memberIn(tx: Tx, { networkId, id }: MemberPlace): Promise<MemberRow> {
  if (isId(id)) await tx.selectFrom('network_member').select('id').where('id', '=', id).forUpdate().execute();
  return memberAmong((await networkIn(tx, networkId)).members, id);
}

export const networkHere = verb('networkHere', async (tx, id: string) => ({
  ...(await networkIn(tx, id)),
  now: tx.now,
}));

export const makeNetwork = verb('makeNetwork', (tx, name: string) => addNetwork(tx, name));

/** Its members hear the new name. */
export const renameNetwork = verb('renameNetwork', async (tx, id: string, name: string) => {
  if (!isId(id)) throw new NotFound();
  found(
    await tx.updateTable('network').set({ name }).where('id', '=', id).returning('id').executeTakeFirst(),
  );
  await record(tx, { event: 'network.renamed', subject: { kind: 'network', id } });
  await later(tx, 'networks.deliver', { networkId: id });
});
