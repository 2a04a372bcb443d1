import { verb } from '#platform/server/verb.ts';
import { unseenSubjects } from '#rooms/notifications/server/index.ts';
import { pinnedToday } from '#rooms/organisations/server/index.ts';
import { pinnedAnnouncement } from './announce.ts';
import { pinnedCall } from './call.ts';

/** What hangs on everybody's Start: the call while it is open, the announcement for two weeks. Asks nothing of its own. */
export const startpathOnStart = verb('startpathOnStart', async (tx) => {
  const pinned = await pinnedToday(tx);
  const call = pinned.find(({ kind }) => kind === pinnedCall);
  return {
    /** `isNew`: somebody thought of the one who reads. */
    call: call ? { closesOn: call.until, isNew: (await unseenSubjects(tx)).has(call.subjectId) } : null,
    isAnnounced: pinned.some(({ kind }) => kind === pinnedAnnouncement),
  };
});
