import { m } from '#messages';
import { formatMoment } from '#platform/dates.ts';
import { fullName } from '#rooms/people/name.ts';
import type { Thread } from './seen.ts';
import { messagesOf, type ShownMessage } from './shown.ts';
import type { Joined, Ties } from './ties.ts';

/** A question that is answered together with the one on the page. */
export type ShownJoined = {
  mergeId: string;
  id: string;
  title: string;
  askedBy: string | null;
  /** The same, or 'je collega' for whoever may not know. */
  name: string;
  unitName: string;
  when: string;
  messages: ShownMessage[];
};

export type ShownTies = Pick<Ties, 'splitOff' | 'splitFrom'> & { joined: ShownJoined[] };

/** The ties of a question, as its helper's page shows them. */
export const tiesShown = (thread: Thread): ShownTies => ({
  joined: thread.ties.joined.map((joined) => joinedShown(joined, thread)),
  splitOff: thread.ties.splitOff,
  splitFrom: thread.ties.splitFrom,
});

function joinedShown(joined: Joined, thread: Thread): ShownJoined {
  const { mergeId, id, title, unitName, asker, noter, messages, askedAt } = joined;
  const question = { ...thread.question, id, title, body: joined.body, askedAt };
  return {
    mergeId,
    id,
    title,
    unitName,
    askedBy: fullName(asker),
    name: fullName(asker) ?? m.helpline_your_colleague(),
    when: formatMoment(askedAt, thread.now),
    messages: messagesOf({ ...thread, question, asker, noter, messages }),
  };
}
