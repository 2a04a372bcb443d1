import { localDay } from '#platform/days.ts';
import { found } from '#platform/errors.ts';
import { enterAt, inOrganisation, system, type Tx } from '#platform/server/scope.ts';
import {
  addHost,
  addMember,
  addNetwork,
  beMember,
  myNetworkCards,
  shareCard,
  tieMember,
} from '#rooms/networks/server/index.ts';
import { organisationOf } from '#rooms/organisations/server/index.ts';
import { personAsActor } from '#rooms/people/server/index.ts';
import type { Staff } from './staff.ts';
import type { Town } from './towns.ts';

type Host = Parameters<typeof beMember>[1];

/** The network that a town keeps, with its members: those of the demo said yes, as if by an invitation. */
export async function keepNetwork(tx: Tx, town: Town, here: ReadonlyMap<string, string>): Promise<void> {
  if (!town.network) return;
  const { name, members } = town.network;
  const id = await addNetwork(tx, name);
  const startsOn = `${localDay(tx.now).slice(0, 4)}-01-01`;
  for (const member of members) {
    const { type, nis } = member;
    const organisationId = here.get(member.name);
    if (member.name === town.name) await addHost(tx, { id, name }, { type, nis, startsOn });
    else {
      const memberId = await addMember(tx, id, { name: member.name, type, nis, startsOn });
      if (organisationId) await tieMember(tx, memberId, organisationId);
    }
  }
}

/** Where the other towns keep this one as a member: read before it is filled. */
export async function hostsOf(organisationId: string, others: Iterable<string>): Promise<Host[]> {
  const hosts: Host[] = [];
  for (const hostId of others)
    if (hostId !== organisationId)
      hosts.push(
        ...(await inOrganisation(system(hostId, 'onboarding.demo'), (tx) => keeping(tx, organisationId))),
      );
  return hosts;
}

async function keeping(tx: Tx, organisationId: string): Promise<Host[]> {
  const { name: hostName } = await organisationOf(tx);
  const rows = await tx
    .selectFrom('network_member as m')
    .innerJoin('network as n', 'n.id', 'm.network_id')
    .where('member_organisation_id', '=', organisationId)
    .select(['m.id as memberId', 'n.id as networkId', 'n.name as networkName', 'm.starts_on as startsOn'])
    .execute();
  return rows.map((row) => ({ ...row, hostId: tx.actor.organisationId, hostName }));
}

/** The town's own side: it belongs to them, and some of its coaches let their card be read there. */
export async function joinNetworks(tx: Tx, town: Town, { hosts, staff }: { hosts: Host[]; staff: Staff }) {
  for (const host of hosts) await beMember(tx, host);
  for (const number of town.inNetworks) {
    const { actor } = found(await personAsActor(tx, staff.withNumber(number).personId));
    const hasPhone = town.coaches.some((coach) => coach.number === number);
    await enterAt(tx, { actor, moment: tx.now }, async (as) => {
      for (const { membershipId } of await myNetworkCards(as))
        await shareCard(as, { membershipId, reach: hasPhone ? ['email', 'phone'] : ['email'] });
    });
  }
}
