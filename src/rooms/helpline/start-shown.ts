// What waits for somebody, in words, for the start page. Pure.
import { m } from '#messages';
import { formatMoment } from '#platform/dates.ts';
import type { QuestionRow } from './seen.ts';
import { helperRow, ownRow } from './shown.ts';

type Reminded = QuestionRow & { dueAt: Date | null };

type Waiting = {
  mine: QuestionRow[];
  forMe: QuestionRow[];
  reminders: Reminded[];
  now: Date;
};

/** Nothing stands there twice: what one is reminded of is left out where it is in one's hands already. */
export function shownStart({ mine, forMe, reminders, now }: Waiting) {
  const held = new Set(forMe.map(({ id }) => id));
  return {
    mine: mine.map((row) => ownRow(row, now)),
    /** Some of what one asked is not over. */
    asks: mine.some(({ state }) => state !== 'closed'),
    urgent: forMe.filter(({ isUrgent }) => isUrgent).map((row) => helperRow(row, now)),
    forMe: forMe.filter(({ isUrgent }) => !isUrgent).map((row) => helperRow(row, now)),
    reminders: reminders.filter(({ id }) => !held.has(id)).map((row) => reminderRow(row, now)),
  };
}

const reminderRow = (row: Reminded, now: Date) => ({
  ...helperRow(row, now),
  chip: {
    text:
      row.dueAt && row.dueAt > now
        ? m.helpline_reminder_later({ when: formatMoment(row.dueAt, now) })
        : m.helpline_reminder_due(),
    tone: row.dueAt && row.dueAt > now ? ('off' as const) : ('wait' as const),
  },
});
