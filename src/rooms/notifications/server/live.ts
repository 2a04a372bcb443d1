import { Forbidden } from '#platform/errors.ts';
import { openLive } from '#platform/server/live.ts';
import { verb } from '#platform/server/verb.ts';

/**
 * A stream of server-sent events for one browser of this person: ids of what concerns them alone, since the moment
 * given (in milliseconds) and from now on.
 */
export const followNews = verb('followNews', async ({ actor }, since: number) => {
  if (!actor.personId) throw new Forbidden();
  return openLive({ organisationId: actor.organisationId, personId: actor.personId }, since);
});
