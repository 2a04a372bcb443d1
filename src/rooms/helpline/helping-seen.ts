import type { Name } from '#rooms/people/name.ts';

/** A helper whom one may ask or give a question to, with when they are there. */
export type Pickable = Name & {
  personId: string;
  unitName: string;
  as: 'expert' | 'ict' | 'coach' | 'coordinator' | 'admin';
  themes: string[];
  /** Knows more about the theme of this question. */
  fits: boolean;
  thereNow: boolean;
  from: Date;
};

/** Somebody who was called in, and whether they are done. */
export type CalledIn = Name & {
  personId: string;
  why: 'expert' | 'urgent';
  calledAt: Date;
  doneAt: Date | null;
};

/** What a helper's page needs beside the thread. */
export type HelperSide = {
  calledIn: CalledIn[];
  /** When this helper is reminded, if they asked for it. */
  reminderAt: Date | null;
  /** Where the asker can be reached, as far as it is known and theirs to know. */
  reach: { phone: string | null; place: string | null };
};

export type StandardAnswer = {
  id: string;
  title: string;
  body: string;
  /** Everybody's who helps. */
  shared: boolean;
};
