import { sql, type Selectable } from 'kysely';
import type { NetworkCoach } from '#db/types.ts';
import { localDay } from '#platform/days.ts';
import { inOrganisation, system, type Actor, type Tx } from '#platform/server/scope.ts';
import { organisationOf } from '#rooms/organisations/server/index.ts';
import { isRunning, standsOn } from '../network.ts';
import { forgetPast } from './copies.ts';
import { tellEnds } from './told.ts';

type Copied = Omit<Selectable<NetworkCoach>, 'organisation_id'>;

/** What a host tells its members: what the network is called, until when they belong to it, and whose cards they may read. */
type Delivery = {
  networkId: string;
  networkName: string;
  hostId: string;
  hostName: string;
  /** Rises; a member takes in nothing that is older than what it got. */
  number: number;
  members: { id: string; organisationId: string; startsOn: string; endsOn: string | null }[];
  copies: Copied[];
};

/** Reads inside the host's wall, and writes inside that of each member, one after the other. May run twice. */
export async function deliver(actor: Actor, networkId: string): Promise<void> {
  const delivery = await inOrganisation(actor, (tx) => deliveryOf(tx, networkId));
  if (!delivery) return;
  for (const organisationId of new Set(delivery.members.map((member) => member.organisationId)))
    await inOrganisation(system(organisationId, 'networks.deliver'), (tx) => take(tx, delivery));
}

async function deliveryOf(tx: Tx, networkId: string): Promise<Delivery | null> {
  const network = await tx
    .updateTable('network')
    .set({ delivered: sql`delivered + 1`, delivered_on: localDay(tx.now) })
    .where('id', '=', networkId)
    .returning(['name', 'delivered'])
    .executeTakeFirst();
  if (!network) return null;
  const members = await tx
    .selectFrom('network_member')
    .select(['id', 'member_organisation_id', 'starts_on', 'ends_on', 'left_on'])
    .where('network_id', '=', networkId)
    .where('member_organisation_id', 'is not', null)
    .execute();
  const over = members.filter(
    (row) =>
      standsOn({ startsOn: row.starts_on, endsOn: row.ends_on, leftOn: row.left_on }, localDay(tx.now)) !==
      'now',
  );
  for (const { id } of over) await tx.deleteFrom('network_coach').where('member_id', '=', id).execute();
  return {
    ...{ networkId, networkName: network.name, number: network.delivered },
    ...{ hostId: tx.actor.organisationId, hostName: (await organisationOf(tx)).name },
    members: members.map((row) => ({
      ...{ id: row.id, organisationId: row.member_organisation_id!, startsOn: row.starts_on },
      endsOn: row.ends_on,
    })),
    copies: await copiesIn(tx, networkId),
  };
}

const copiesIn = (tx: Tx, networkId: string): Promise<Copied[]> =>
  tx
    .selectFrom('network_coach')
    .select(['network_id', 'ref_id', 'member_id', 'authority', 'name', 'kind', 'themes'])
    .select(['email', 'phone', 'teams', 'since'])
    .where('network_id', '=', networkId)
    .execute();

/** In a member's organisation: only where a membership of its own says so, and as long as that runs. */
async function take(tx: Tx, delivery: Delivery): Promise<void> {
  const { networkId, hostId, networkName, hostName, number, copies } = delivery;
  const own = await tx
    .selectFrom('membership')
    .selectAll()
    .where('network_id', '=', networkId)
    .where('host_organisation_id', '=', hostId)
    .where('state', '=', 'member')
    .orderBy('id')
    .forUpdate()
    .execute();
  if (own.length === 0 || own.some(({ delivered }) => delivered >= number)) return;
  let runs = false;
  for (const { id, left_on: leftOn, ends_on: knownEnd, state } of own) {
    const kept = delivery.members.find((member) => member.id === id);
    if (!kept) continue;
    const period = { startsOn: kept.startsOn, endsOn: kept.endsOn, leftOn };
    await tx
      .updateTable('membership')
      .set({ network_name: networkName, host_name: hostName, delivered: number })
      .set({ starts_on: period.startsOn, ends_on: period.endsOn })
      .where('id', '=', id)
      .execute();
    if (hostId !== tx.actor.organisationId && kept.endsOn !== knownEnd) await tellEnds(tx, id, kept.endsOn);
    const today = localDay(tx.now);
    runs ||= isRunning({ ...period, state }, today);
    if (standsOn(period, today) === 'over') await forgetPast(tx, id);
  }
  if (hostId === tx.actor.organisationId) return;
  await tx.deleteFrom('network_coach').where('network_id', '=', networkId).execute();
  if (runs && copies.length > 0) await tx.insertInto('network_coach').values(copies).execute();
}
