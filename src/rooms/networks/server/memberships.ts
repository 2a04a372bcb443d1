import { addDays, localDay } from '#platform/days.ts';
import { Conflict, found, Invalid, NotFound } from '#platform/errors.ts';
import { isId } from '#platform/ids.ts';
import { later } from '#platform/server/jobs.ts';
import type { Tx } from '#platform/server/scope.ts';
import { verb } from '#platform/server/verb.ts';
import { record } from '#rooms/activity/server/index.ts';
import { isRunning, standsOn, type MembershipState, type Period, type Stands } from '../network.ts';
import { hostedIn } from './hosting.ts';
import type { Invited } from './invitations.ts';

/** Of which network this organisation is a member, or was asked to become one. */
export type Membership = Period & {
  id: string;
  networkId: string;
  networkName: string;
  hostName: string;
  /** This organisation hosts it itself. */
  isHost: boolean;
  state: MembershipState;
  stands: Stands;
};

export async function membershipsIn(tx: Tx, id?: string): Promise<Membership[]> {
  const today = localDay(tx.now);
  const rows = await tx
    .selectFrom('membership')
    .selectAll()
    .$if(id !== undefined, (query) => query.where('id', '=', id!))
    .orderBy('network_name')
    .orderBy('starts_on')
    .execute();
  return rows.map((row) => {
    const period = { startsOn: row.starts_on, endsOn: row.ends_on, leftOn: row.left_on };
    return {
      ...{ id: row.id, networkId: row.network_id, networkName: row.network_name, hostName: row.host_name },
      isHost: row.host_organisation_id === tx.actor.organisationId,
      state: row.state as MembershipState,
      ...{ ...period, stands: standsOn(period, today) },
    };
  });
}

/** The memberships in which cards may cross today. */
export async function runningIn(tx: Tx): Promise<Membership[]> {
  const today = localDay(tx.now);
  return (await membershipsIn(tx)).filter((one) => isRunning(one, today));
}

/** What is hosted here, and of what one is a member. */
export const networksHere = verb('networksHere', async (tx) => ({
  hosted: await hostedIn(tx),
  memberships: await membershipsIn(tx),
  now: tx.now,
}));

export const membershipHere = verb('membershipHere', async (tx, id: string) => ({
  ...(await oneOf(tx, id)),
  now: tx.now,
}));

async function oneOf(tx: Tx, id: string): Promise<Membership> {
  if (!isId(id)) throw new NotFound();
  return found((await membershipsIn(tx, id))[0]);
}

async function locked(tx: Tx, id: string): Promise<Membership> {
  if (!isId(id)) throw new NotFound();
  await tx.selectFrom('membership').select('id').where('id', '=', id).forUpdate().execute();
  return oneOf(tx, id);
}

/**
 * Whoever has the code of an invitation keeps what the host says of itself, to say yes or no to. `invited` is what
 * invitationWith() found; null when it found nothing. The same again changes nothing. Returns the id of the membership.
 */
export const takeInvitation = verb('takeInvitation', async (tx, invited: Invited | null): Promise<string> => {
  if (!invited) throw new Invalid({ code: 'networks_code_unknown' });
  const { memberId: id, hostId, hostName, networkId, networkName } = invited;
  const own = await membershipsIn(tx);
  if (own.some((one) => one.networkId === networkId && one.state === 'member' && one.stands !== 'over'))
    throw new Invalid({ code: 'networks_member_already' });
  const values = { invitation_id: invited.invitationId, network_name: networkName, host_name: hostName };
  await tx
    .insertInto('membership')
    .values({
      ...{ id, ...values, network_id: networkId, host_organisation_id: hostId },
      ...{ state: 'asked', starts_on: invited.startsOn },
    })
    .onConflict((conflict) =>
      conflict
        .columns(['organisation_id', 'id'])
        .doUpdateSet({ ...values, state: 'asked' })
        .where('membership.state', 'in', ['asked', 'lapsed']),
    )
    .execute();
  return id;
});

/** Says yes for this organisation: written here, and told to the host by a job of the same transaction. */
export const acceptMembership = verb('acceptMembership', async (tx, id: string) => {
  const { state } = await locked(tx, id);
  if (state === 'joining' || state === 'member') return;
  if (state === 'lapsed') throw new Conflict('networks_lapsed');
  await tx.updateTable('membership').set({ state: 'joining' }).where('id', '=', id).execute();
  await record(tx, { event: 'network.joined', subject: { kind: 'membership', id } });
  await later(tx, 'networks.publish', { membershipId: id });
});

/** Says no: nothing stays here of having been asked, and the host is told nothing. */
export const refuseMembership = verb('refuseMembership', async (tx, id: string) => {
  const { state } = await locked(tx, id);
  if (state !== 'asked' && state !== 'lapsed') throw new Conflict('networks_joined_already');
  await tx.deleteFrom('membership').where('id', '=', id).execute();
});

/**
 * `leftOn` is the last day; null: it is over now, and all copies of others go with it. Returns whether it is over.
 */
export const leaveNetwork = verb(
  'leaveNetwork',
  async (tx, id: string, day: string | null): Promise<boolean> => {
    const one = await locked(tx, id);
    const today = localDay(tx.now);
    if (one.state !== 'member' && one.state !== 'joining') throw new Conflict('networks_lapsed');
    if (one.stands === 'over') throw new Conflict('networks_left_already');
    if (day !== null && day < today) throw new Invalid({ leftOn: 'organisations_day_past' });
    const leftOn = day ?? addDays(today, -1);
    await tx.updateTable('membership').set({ left_on: leftOn }).where('id', '=', id).execute();
    if (day === null) await forgetNetwork(tx, one);
    await record(tx, { event: 'network.left', subject: { kind: 'membership', id } });
    await later(tx, 'networks.publish', { membershipId: id });
    return day === null;
  },
);

/** As long as the last day is not over. Whoever is out comes back by a new invitation. */
export const stayInNetwork = verb('stayInNetwork', async (tx, id: string) => {
  const one = await locked(tx, id);
  if (one.state !== 'member' && one.state !== 'joining') throw new Conflict('networks_lapsed');
  if (one.stands === 'over') throw new Conflict('networks_left_already');
  await tx.updateTable('membership').set({ left_on: null }).where('id', '=', id).execute();
  await record(tx, { event: 'network.stayed', subject: { kind: 'membership', id } });
  await later(tx, 'networks.publish', { membershipId: id });
});

/** What its coaches said yes to, and what others let be read here. */
async function forgetNetwork(tx: Tx, { id, networkId, isHost }: Membership): Promise<void> {
  await tx.deleteFrom('network_yes').where('membership_id', '=', id).execute();
  if (!isHost) await tx.deleteFrom('network_coach').where('network_id', '=', networkId).execute();
}
