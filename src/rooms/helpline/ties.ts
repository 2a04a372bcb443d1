import type { Name } from '#rooms/people/name.ts';
import type { Message } from './seen.ts';

/** A question that is answered together with the one that is read. Each asker still reads the own thread alone. */
export type Joined = {
  mergeId: string;
  id: string;
  title: string;
  body: string;
  askedAt: Date;
  unitName: string;
  asker: Name | null;
  /** The helper who wrote it down for the asker. */
  noter: Name | null;
  messages: Message[];
};

/** Another question, and the merge or split that ties it to this one. */
export type Tied = { tieId: string; id: string; title: string };

/** How a question hangs together with others, as far as the one who reads may read those too. */
export type Ties = {
  /** Answered together with this one; for those who help, never for an asker. */
  joined: Joined[];
  /** The question that this one is answered together with. */
  goesWith: Tied | null;
  /** What was split off and became a question of its own. */
  splitOff: Tied[];
  /** The question that this one was split off from. */
  splitFrom: Tied | null;
  /** The split was undone: everything went back to that question. */
  returnedTo: Tied | null;
};
