import type { VerbName } from '../rights.ts';

/** Verbs that are one right to whoever reads about it: all of them are open to the same roles of people. */
export type RightGroup = {
  title: () => string;
  /** What one sees decides further: what the right does not say. */
  note: () => string;
  verbs: readonly VerbName[];
};
