import type { Theme } from '#rooms/organisations/themes.ts';

export type DemoMessage = {
  from: 'asker' | 'helper';
  body: string;
  /** Minutes after the question was asked, so the messages of one thread only go up. */
  afterMinutes: number;
};

export type DemoQuestion = {
  /** Name of a unit or subunit, as in personeel-export.csv. */
  unit: string;
  theme: Theme;
  body: string;
  /** Calendar days before the day of the seed, 0 to 60; in a weekend: meant for the Friday before it. */
  daysAgo: number;
  /** Clock time in Europe/Brussels, 'HH:MM'. */
  hour: string;
  /** Of a claimed one it ends with an asker who is still stuck: after an answer, that alone makes it wait again. */
  thread: DemoMessage[];
  state: 'waiting' | 'claimed' | 'answered' | 'closed';
  /** Asked under cover: the personnel number of the only coach who sees the name. */
  onlyCoach?: string;
  /** Body of the question that it is answered together with; of the same unit and as open. */
  goesWith?: string;
  /** Wording that a coach releases when closing: no names, no unit, no date. */
  sharedAnswer?: { title: string; body: string };
};

/** One text out of its lines: each argument is a paragraph or a numbered step. */
export const text = (...lines: string[]): string => lines.join('\n');

export const asker = (afterMinutes: number, ...lines: string[]): DemoMessage => ({
  from: 'asker',
  body: text(...lines),
  afterMinutes,
});

export const helper = (afterMinutes: number, ...lines: string[]): DemoMessage => ({
  from: 'helper',
  body: text(...lines),
  afterMinutes,
});
