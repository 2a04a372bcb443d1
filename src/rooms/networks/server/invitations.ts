import { newId } from '#platform/ids.ts';
import { Conflict } from '#platform/errors.ts';
import { inOrganisation, system, type Tx } from '#platform/server/scope.ts';
import { verb } from '#platform/server/verb.ts';
import { record } from '#rooms/activity/server/index.ts';
import { bindAddress, organisationOf, resolve } from '#rooms/organisations/server/index.ts';
import { codeLookup, codeOf } from './code.ts';
import { memberAmong, memberIn, networkIn, type MemberPlace } from './hosting.ts';

const validDays = 30;
const dayMs = 24 * 60 * 60_000;

/** Makes a new invitation; the one before it opens nothing any more. */
export const inviteMember = verb('inviteMember', async (tx, place: MemberPlace): Promise<void> => {
  const member = await memberIn(tx, place);
  if (member.joined) throw new Conflict('networks_joined_already');
  if (member.stands === 'over') throw new Conflict('networks_member_over');
  await dropInvitations(tx, place.id);
  const id = newId();
  const validUntil = new Date(tx.now.getTime() + validDays * dayMs);
  await tx
    .insertInto('network_invitation')
    .values({ id, member_id: place.id, valid_until: validUntil })
    .execute();
  await bindAddress(tx, {
    ...{ kind: 'network_invitation', lookup: codeLookup(codeOf(id)), subjectId: id, validUntil },
  });
  await record(tx, { event: 'network.invited', subject: { kind: 'network_member', id: place.id } });
});

export const withdrawInvitation = verb(
  'withdrawInvitation',
  async (tx, place: MemberPlace): Promise<void> => {
    await memberIn(tx, place);
    await dropInvitations(tx, place.id);
    await record(tx, {
      event: 'network.invitation_withdrawn',
      subject: { kind: 'network_member', id: place.id },
    });
  },
);

/** The invitation that is open, with its code; null when there is none. For whoever may make one. */
export const invitationOpen = verb('invitationOpen', async (tx, place: MemberPlace) => {
  const { name, members } = await networkIn(tx, place.networkId);
  const member = memberAmong(members, place.id);
  const row = await tx
    .selectFrom('network_invitation')
    .select(['id', 'valid_until'])
    .where('member_id', '=', place.id)
    .where('valid_until', '>', tx.now)
    .executeTakeFirst();
  return {
    networkName: name,
    member,
    open: row ? { code: codeOf(row.id), validUntil: row.valid_until } : null,
  };
});

export async function dropInvitations(tx: Tx, memberId: string): Promise<void> {
  const gone = await tx
    .deleteFrom('network_invitation')
    .where('member_id', '=', memberId)
    .returning('id')
    .execute();
  for (const { id } of gone)
    await tx
      .deleteFrom('address')
      .where('kind', '=', 'network_invitation')
      .where('subject_id', '=', id)
      .execute();
}

/** What a host shows of itself to whoever has the code of an invitation. */
export type Invited = {
  invitationId: string;
  memberId: string;
  hostId: string;
  hostName: string;
  networkId: string;
  networkName: string;
  startsOn: string;
};

/** Whose invitation a code is: read in the host's organisation, before the member's is entered. Null: of none. */
export async function invitationWith(code: string): Promise<Invited | null> {
  const [place] = await resolve('network_invitation', codeLookup(code));
  if (!place) return null;
  const { organisationId, subjectId } = place;
  return inOrganisation(system(organisationId, 'networks.invitation'), async (tx) => {
    const row = await tx
      .selectFrom('network_invitation as i')
      .innerJoin('network_member as m', 'm.id', 'i.member_id')
      .innerJoin('network as n', 'n.id', 'm.network_id')
      .where('i.id', '=', subjectId)
      .select(['m.id', 'm.network_id', 'm.starts_on', 'n.name'])
      .executeTakeFirst();
    const { name: hostName } = await organisationOf(tx);
    if (!row) return null;
    return {
      ...{ invitationId: subjectId, memberId: row.id, hostId: organisationId, hostName },
      ...{ networkId: row.network_id, networkName: row.name, startsOn: row.starts_on },
    };
  });
}
