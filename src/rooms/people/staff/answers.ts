/*
 * What somebody decided about a list that waits. It is kept with that list, the plan is reckoned with it, and it goes
 * with the list; what must outlive it (two people told apart) is kept by who they are.
 */

/** One of two that may be one person: a line of the file, or somebody we know. */
export type Side = { line: number } | { personId: string };

export type Answer = 'same' | 'other';

/** `lastDay` is 'YYYY-MM-DD'. `sureOf`: how many, when somebody said so of an unusual number. */
export interface EndingChoice {
  ends: boolean;
  lastDay: string;
  sureOf: number | null;
}

/** Answers by pair, endings by employer's id. What is not in it was not decided. */
export interface Answers {
  pairs: Readonly<Record<string, Answer>>;
  endings: Readonly<Record<string, EndingChoice>>;
}

export const noAnswers: Answers = { pairs: {}, endings: {} };

/** What a pair is called while its list waits. */
export const pairKey = (line: number, other: Side): string =>
  'line' in other ? `${line}-${other.line}` : `${line}-${other.personId}`;
