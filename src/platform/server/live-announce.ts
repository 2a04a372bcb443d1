import { sql } from 'kysely';
import * as v from 'valibot';
import type { Announcement, News } from '../live.ts';
import type { Tx } from './scope.ts';
import { seal, unseal } from './secrets.ts';

/** The channel on which PostgreSQL carries announcements from a commit to every web process. */
export const liveChannel = 'live';

/** So that a payload stays under the 8000 bytes that PostgreSQL takes: an id is 39 bytes in it, sealed 52. */
const peopleAtOnce = 140;

// Announcements of one commit come one after the other. Whoever listens along in the database must not read from them
// who was told when a question under cover changed.
const sealedAs = { purpose: 'announcements', about: 'live' };

/**
 * Tells the browsers of these people that something changed. It leaves with the commit, and not at all without one;
 * whoever is not looking hears nothing, so it is never the only way to know. Ids and code words only.
 */
export async function announce(tx: Tx, personIds: readonly string[], { kind, id }: News): Promise<void> {
  const people = [...new Set(personIds)];
  for (let first = 0; first < people.length; first += peopleAtOnce) {
    const payload = JSON.stringify({
      organisationId: tx.actor.organisationId,
      personIds: people.slice(first, first + peopleAtOnce),
      ...{ kind, id },
    } satisfies Announcement);
    await sql`select pg_notify(${liveChannel}, ${seal(payload, sealedAs)})`.execute(tx);
  }
}

const announcement = v.object({
  organisationId: v.string(),
  personIds: v.array(v.string()),
  kind: v.string(),
  id: v.string(),
});

/** What came over the channel; null for what another version of the program may have meant. */
export function readAnnouncement(payload: string): Announcement | null {
  try {
    return v.parse(announcement, JSON.parse(unseal(payload, sealedAs) ?? ''));
  } catch {
    return null;
  }
}
