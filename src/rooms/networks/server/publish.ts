import { sql } from 'kysely';
import { localDay } from '#platform/days.ts';
import { later } from '#platform/server/jobs.ts';
import { inOrganisation, system, type Actor, type Tx } from '#platform/server/scope.ts';
import { record } from '#rooms/activity/server/index.ts';
import { isRunning, standsOn } from '../network.ts';
import { copiesOf, forgetPast, type CardCopy } from './copies.ts';
import { dropInvitations } from './invitations.ts';
import { tellJoined, tellLeaves } from './told.ts';

/** What a member tells its host: that it joins, stays or leaves, and the cards whose owners said yes. */
type Publication = {
  memberId: string;
  networkId: string;
  hostId: string;
  invitationId: string | null;
  /** Rises; the host takes in nothing that is older than what it heard. */
  number: number;
  leftOn: string | null;
  /** Nothing was delivered yet. */
  isFirst: boolean;
  copies: CardCopy[];
};

/** What the host answers. */
type Heard = {
  known: boolean;
  startsOn: string;
  endsOn: string | null;
};

/**
 * Tells the host how a membership stands: read inside the member's wall, written inside the host's, and the answer
 * again inside the member's. Each step may run twice; a job does all of them again until all are done.
 */
export async function publish(actor: Actor, membershipId: string): Promise<void> {
  const told = await inOrganisation(actor, (tx) => publicationOf(tx, membershipId));
  if (!told) return;
  const heard = await inOrganisation(system(told.hostId, 'networks.publish'), (tx) =>
    takeIn(tx, told, actor.organisationId),
  );
  await inOrganisation(actor, (tx) => hear(tx, membershipId, heard));
}

async function publicationOf(tx: Tx, membershipId: string): Promise<Publication | null> {
  const row = await tx
    .updateTable('membership')
    .set({ published: sql`published + 1` })
    .where('id', '=', membershipId)
    .where('state', 'in', ['joining', 'member'])
    .returningAll()
    .executeTakeFirst();
  if (!row) return null;
  const period = { startsOn: row.starts_on, endsOn: row.ends_on, leftOn: row.left_on };
  const isOpen = isRunning({ ...period, state: row.state }, localDay(tx.now));
  if (standsOn(period, localDay(tx.now)) === 'over') await forgetPast(tx, membershipId);
  return {
    ...{ memberId: row.id, networkId: row.network_id, hostId: row.host_organisation_id },
    ...{ invitationId: row.invitation_id, number: row.published, leftOn: row.left_on },
    isFirst: row.delivered === 0,
    copies: isOpen ? await copiesOf(tx, membershipId) : [],
  };
}

/** In the host's organisation. `from` is the member's: the one that the code was given to, or nobody at all. */
async function takeIn(tx: Tx, told: Publication, from: string): Promise<Heard> {
  const member = await tx
    .selectFrom('network_member')
    .selectAll()
    .where('id', '=', told.memberId)
    .where('network_id', '=', told.networkId)
    .forUpdate()
    .executeTakeFirst();
  const heard = { startsOn: member?.starts_on ?? '', endsOn: member?.ends_on ?? null };
  const isNew = member?.member_organisation_id === null;
  const known = member && (isNew ? await joins(tx, told) : member.member_organisation_id === from);
  if (!known) return { ...heard, known: false };
  if (told.number <= member.heard) return { ...heard, known: true };
  if (from !== tx.actor.organisationId) {
    if (isNew) await tellJoined(tx, told.memberId);
    if (member.left_on !== told.leftOn) await tellLeaves(tx, told.memberId, told.leftOn);
  }
  const after = { member_organisation_id: from, heard: told.number, left_on: told.leftOn };
  await tx.updateTable('network_member').set(after).where('id', '=', told.memberId).execute();
  const period = { startsOn: member.starts_on, endsOn: member.ends_on, leftOn: told.leftOn };
  const runs = standsOn(period, localDay(tx.now)) === 'now';
  const isChanged = await keepCopies(tx, told, { name: member.name, copies: runs ? told.copies : [] });
  if (told.isFirst || isChanged || member.left_on !== told.leftOn)
    await later(tx, 'networks.deliver', { networkId: told.networkId });
  return { ...heard, known: true };
}

/** Whether the invitation that was taken still stands; then it is used up. */
async function joins(tx: Tx, { memberId, invitationId }: Publication): Promise<boolean> {
  const invitation = await tx
    .selectFrom('network_invitation')
    .select('id')
    .where('member_id', '=', memberId)
    .where('id', '=', invitationId)
    .where('valid_until', '>', tx.now)
    .executeTakeFirst();
  if (!invitation) return false;
  await dropInvitations(tx, memberId);
  await record(tx, { event: 'network.member_joined', subject: { kind: 'network_member', id: memberId } });
  return true;
}

/** Puts these copies in the place of those that were there. Whether anything is different now. */
async function keepCopies(
  tx: Tx,
  { memberId, networkId }: Publication,
  { name, copies }: { name: string; copies: CardCopy[] },
): Promise<boolean> {
  const rows = copies.map((copy) => ({
    ...{ network_id: networkId, member_id: memberId, authority: name, ref_id: copy.refId },
    ...{ name: copy.name, kind: copy.kind, themes: copy.themes, since: copy.since },
    ...{ email: copy.email, phone: copy.phone, teams: copy.teams },
  }));
  const before = await tx
    .selectFrom('network_coach')
    .select(['network_id', 'member_id', 'authority', 'ref_id', 'name', 'kind', 'themes', 'since'])
    .select(['email', 'phone', 'teams'])
    .where('member_id', '=', memberId)
    .execute();
  if (asText(before) === asText(rows)) return false;
  await tx.deleteFrom('network_coach').where('member_id', '=', memberId).execute();
  if (rows.length > 0) await tx.insertInto('network_coach').values(rows).execute();
  return true;
}

const asText = (rows: { ref_id: string }[]): string =>
  JSON.stringify(rows.toSorted((a, b) => (a.ref_id < b.ref_id ? -1 : 1)));

async function hear(tx: Tx, membershipId: string, { known, startsOn, endsOn }: Heard): Promise<void> {
  const now = { state: 'member', starts_on: startsOn, ends_on: endsOn };
  const { numUpdatedRows } = await tx
    .updateTable('membership')
    .set(known ? now : { state: 'lapsed' })
    .where('id', '=', membershipId)
    .where('state', '=', 'joining')
    .executeTakeFirst();
  // What was said yes to before the host knew is told now.
  if (known && numUpdatedRows > 0n) await later(tx, 'networks.publish', { membershipId });
}
