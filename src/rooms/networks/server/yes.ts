import { localDay } from '#platform/days.ts';
import { found, Invalid } from '#platform/errors.ts';
import { later } from '#platform/server/jobs.ts';
import type { Tx } from '#platform/server/scope.ts';
import { verb } from '#platform/server/verb.ts';
import { record } from '#rooms/activity/server/index.ts';
import { reaches, type Reach } from '../network.ts';
import { membershipsIn, runningIn } from './memberships.ts';

/** A network of one's organisation, and what one lets be read there. `said` null: nothing. */
export type OwnYes = {
  membershipId: string;
  networkName: string;
  said: { reach: Reach[]; on: string } | null;
};

/** One's own yes or no, network by network. */
export const myNetworkCards = verb('myNetworkCards', async (tx): Promise<OwnYes[]> => {
  const running = await runningIn(tx);
  if (running.length === 0) return [];
  const said = await tx
    .selectFrom('network_yes')
    .select(['membership_id', 'reach', 'said_on'])
    .where('person_id', '=', found(tx.actor.personId))
    .execute();
  return running.map(({ id, networkName }) => {
    const yes = said.find((one) => one.membership_id === id);
    const reach = reaches.filter((one) => yes?.reach.includes(one));
    return { membershipId: id, networkName, said: yes ? { reach, on: yes.said_on } : null };
  });
});

type Yes = { membershipId: string; reach: readonly Reach[] };

/**
 * Lets one's own card be read in a network, with what one ticked to be reached by; again: what is ticked now. Nobody
 * says yes for somebody else. Throws Invalid when there is no way to reach one. Returns what the network is called.
 */
export const shareCard = verb('shareCard', async (tx, { membershipId, reach }: Yes): Promise<string> => {
  const { networkName } = found((await runningIn(tx)).find(({ id }) => id === membershipId));
  if (reach.length === 0) throw new Invalid({ reach: 'networks_reach_missing' });
  const personId = found(tx.actor.personId);
  await checkReach(tx, personId, reach);
  await tx
    .insertInto('network_yes')
    .values({
      ...{ membership_id: membershipId, person_id: personId, reach: [...reach], said_on: localDay(tx.now) },
      // Random throughout: not an id that tells when it was made.
      ref_id: crypto.randomUUID(),
    })
    .onConflict((conflict) =>
      conflict.columns(['organisation_id', 'membership_id', 'person_id']).doUpdateSet({ reach: [...reach] }),
    )
    .execute();
  await record(tx, { event: 'network.card_shared', subject: { kind: 'membership', id: membershipId } });
  await later(tx, 'networks.publish', { membershipId });
  return networkName;
});

/** Whoever ticks a way that leads nowhere would be found and not be reached. */
async function checkReach(tx: Tx, personId: string, reach: readonly Reach[]): Promise<void> {
  const { email, phone } = await tx
    .selectFrom('person')
    .select(['email', 'phone'])
    .where('id', '=', personId)
    .executeTakeFirstOrThrow();
  if (!email && (reach.includes('email') || reach.includes('teams')))
    throw new Invalid({ reach: 'networks_reach_no_email' });
  if (!phone && reach.includes('phone')) throw new Invalid({ reach: 'networks_reach_no_phone' });
}

/** Takes the yes back: here at once, and with everybody who could read it as soon as the job was there. */
export const unshareCard = verb('unshareCard', async (tx, membershipId: string): Promise<string> => {
  const { networkName } = found((await membershipsIn(tx)).find(({ id }) => id === membershipId));
  await tx
    .deleteFrom('network_yes')
    .where('membership_id', '=', membershipId)
    .where('person_id', '=', found(tx.actor.personId))
    .execute();
  await record(tx, { event: 'network.card_unshared', subject: { kind: 'membership', id: membershipId } });
  await later(tx, 'networks.publish', { membershipId });
  return networkName;
});
