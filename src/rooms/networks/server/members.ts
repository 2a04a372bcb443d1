import { addDays, localDay } from '#platform/days.ts';
import { Conflict, Invalid } from '#platform/errors.ts';
import { newId } from '#platform/ids.ts';
import { later } from '#platform/server/jobs.ts';
import type { Tx } from '#platform/server/scope.ts';
import { verb } from '#platform/server/verb.ts';
import { record } from '#rooms/activity/server/index.ts';
import { organisationOf } from '#rooms/organisations/server/index.ts';
import { canRemove, lastDay, standsOn } from '../network.ts';
import { memberAmong, memberIn, networkIn, type MemberPlace } from './hosting.ts';
import { dropInvitations, type Invited } from './invitations.ts';

export type NewMember = {
  name: string;
  type: string;
  nis: string | null;
  /** YYYY-MM-DD */
  startsOn: string;
};

/** An authority that belongs to a network of the organisation one is in. Returns the id of its membership. */
export async function addMember(tx: Tx, networkId: string, member: NewMember): Promise<string> {
  const id = newId();
  const { name, type, nis, startsOn } = member;
  await tx
    .insertInto('network_member')
    .values({ id, network_id: networkId, name, type, nis, starts_on: startsOn })
    .execute();
  await record(tx, { event: 'network.member_added', subject: { kind: 'network_member', id } });
  return id;
}

/** The host is a member by its own act alone: both rows stand inside one wall. */
export async function addHost(
  tx: Tx,
  network: { id: string; name: string },
  member: Omit<NewMember, 'name'>,
): Promise<string> {
  const { name } = await organisationOf(tx);
  const id = await addMember(tx, network.id, { ...member, name });
  const hostId = tx.actor.organisationId;
  await tieMember(tx, id, hostId);
  const host = { hostId, hostName: name, networkId: network.id, networkName: network.name };
  await beMember(tx, { ...host, memberId: id, startsOn: member.startsOn });
  return id;
}

/** The host's side of a member that said yes. */
export async function tieMember(tx: Tx, id: string, organisationId: string): Promise<void> {
  await tx
    .updateTable('network_member')
    .set({ member_organisation_id: organisationId })
    .where('id', '=', id)
    .execute();
}

/** The member's side, when its host knows already. */
export async function beMember(tx: Tx, host: Omit<Invited, 'invitationId'>): Promise<void> {
  await tx
    .insertInto('membership')
    .values({
      ...{ id: host.memberId, network_id: host.networkId, network_name: host.networkName },
      ...{ host_organisation_id: host.hostId, host_name: host.hostName },
      ...{ starts_on: host.startsOn, state: 'member' },
    })
    .execute();
}

/** Nobody plans further, and a mistyped year is noticed. */
const furthestDays = 5 * 366;

function checkDay(tx: Tx, field: string, day: string): void {
  const today = localDay(tx.now);
  if (day > addDays(today, furthestDays)) throw new Invalid({ [field]: 'organisations_day_far' });
  if (day < '1990-01-01') throw new Invalid({ [field]: 'networks_day_old' });
}

/**
 * Another authority, or (`isHost`) the one that hosts. Throws Invalid for a day that cannot be, and Conflict when it
 * belongs to the network already.
 */
export const addNetworkMember = verb(
  'addNetworkMember',
  async (tx, networkId: string, { isHost, ...member }: NewMember & { isHost: boolean }): Promise<string> => {
    const network = await networkIn(tx, networkId);
    checkDay(tx, 'startsOn', member.startsOn);
    const { name } = isHost ? await organisationOf(tx) : member;
    if (network.members.some((one) => one.name === name && (lastDay(one) ?? '9') >= member.startsOn))
      throw new Conflict('networks_member_twice', { name });
    return isHost ? addHost(tx, network, member) : addMember(tx, networkId, member);
  },
);

export const networkMemberHere = verb('networkMemberHere', async (tx, networkId: string, id: string) => {
  const { members, ...network } = await networkIn(tx, networkId);
  return { network, member: memberAmong(members, id), now: tx.now };
});

/** `endsOn` is the last day. What was shared goes the day after; an open invitation at once, when it is over by then. */
export const endNetworkMember = verb('endNetworkMember', async (tx, place: MemberPlace, endsOn: string) => {
  const member = await memberIn(tx, place);
  checkDay(tx, 'endsOn', endsOn);
  if (endsOn < addDays(member.startsOn, -1)) throw new Invalid({ endsOn: 'networks_end_before_start' });
  await tx.updateTable('network_member').set({ ends_on: endsOn }).where('id', '=', place.id).execute();
  if (standsOn({ ...member, endsOn }, localDay(tx.now)) === 'over') await dropInvitations(tx, place.id);
  await record(tx, { event: 'network.member_ended', subject: { kind: 'network_member', id: place.id } });
  await later(tx, 'networks.deliver', { networkId: place.networkId });
});

/** It goes on after all, as far as the host is concerned: what the member itself ended, it alone takes up again. */
export const resumeNetworkMember = verb('resumeNetworkMember', async (tx, place: MemberPlace) => {
  await memberIn(tx, place);
  await tx.updateTable('network_member').set({ ends_on: null }).where('id', '=', place.id).execute();
  await record(tx, { event: 'network.member_resumed', subject: { kind: 'network_member', id: place.id } });
  await later(tx, 'networks.deliver', { networkId: place.networkId });
});

/** One that was added by mistake. Once it said yes, or a day passed, it is history: then it can only end. */
export const removeNetworkMember = verb('removeNetworkMember', async (tx, place: MemberPlace) => {
  const member = await memberIn(tx, place);
  if (!canRemove(member, tx.now)) throw new Conflict('networks_member_stays');
  await dropInvitations(tx, place.id);
  await tx.deleteFrom('network_member').where('id', '=', place.id).execute();
  await record(tx, { event: 'network.member_removed', subject: { kind: 'network_member', id: place.id } });
});
