import * as v from 'valibot';
import { awayForm } from '#rooms/people/forms.ts';
import type { FollowUpSeen } from './follow-up.ts';

// What stands with somebody who is about to go away: what they promised, and what waits in their hands.

/** `moves`: it goes to somebody who is there, with the promise. Otherwise it was answered, and the promise stays. */
export type StandingQuestion = {
  id: string;
  title: string;
  askerName: string | null;
  promise: 'call' | 'visit' | null;
  moves: boolean;
};

export type Standing = {
  questions: StandingQuestion[];
  followUps: FollowUpSeen[];
  /** `id` is that of the question. */
  reminders: { id: string; title: string; dueAt: Date }[];
  now: Date;
};

/** Whom to tell at once that one is not coming. */
const tellEntries = {
  tellQuestions: v.optional(v.array(v.string()), []),
  tellFollowUps: v.optional(v.array(v.string()), []),
};

/** One's own absence. Messages are keys of messages/nl.json. */
export const goAwayForm = v.object({ ...awayForm.entries, ...tellEntries });

export type Telling = { tellQuestions: string[]; tellFollowUps: string[] };

/** Whether that day (local, 'YYYY-MM-DD') falls in an absence from the day `first` until the day `end`, not included. */
export const fallsIn = (day: string, first: string, end: string | null): boolean =>
  day >= first && (end === null || day < end);
