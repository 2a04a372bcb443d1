import type { Tx } from '#platform/server/scope.ts';
import { notify, withdrawNotices } from '#rooms/notifications/server/index.ts';
import { holdersOf } from '#rooms/people/server/index.ts';

/*
 * Who hears what the other side did. At the host whoever keeps networks, at a member whoever coordinates; where nobody
 * does, the administrators. An organisation that is a member of its own network tells itself nothing.
 */

const keepers = async (tx: Tx, kind: 'network_coordinator' | 'coordinator'): Promise<string[]> => {
  const ids = await holdersOf(tx, kind);
  return ids.length > 0 ? ids : holdersOf(tx, 'admin');
};

/** At the host: a member said yes. */
export async function tellJoined(tx: Tx, memberId: string): Promise<void> {
  for (const personId of await keepers(tx, 'network_coordinator'))
    await notify(tx, { personId, kind: 'network.joined', subjectId: memberId, mailOnly: true });
}

/** At the host: a member says when it leaves, or (null) that it stays after all. */
export async function tellLeaves(tx: Tx, memberId: string, leftOn: string | null): Promise<void> {
  for (const personId of await keepers(tx, 'network_coordinator')) {
    await withdrawNotices(tx, { personId, subjectId: memberId, kind: 'network.left' });
    if (leftOn !== null)
      await notify(tx, { personId, kind: 'network.left', subjectId: memberId, mailOnly: true });
  }
}

/** At a member: the host says when it ends, or (null) that it goes on after all. */
export async function tellEnds(tx: Tx, membershipId: string, endsOn: string | null): Promise<void> {
  for (const personId of await keepers(tx, 'coordinator')) {
    await withdrawNotices(tx, { personId, subjectId: membershipId, kind: 'network.ended' });
    if (endsOn !== null)
      await notify(tx, { personId, kind: 'network.ended', subjectId: membershipId, mailOnly: true });
  }
}
