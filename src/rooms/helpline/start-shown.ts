// What waits for somebody, in words, for the start page. Pure.
import { m } from '#messages';
import { formatDay, formatMoment } from '#platform/dates.ts';
import { isTheme, themeLabel } from '#rooms/organisations/themes.ts';
import type { QuestionRow } from './seen.ts';
import { helperRow, ownRow, statusRow } from './shown.ts';

type Reminded = QuestionRow & { dueAt: Date | null };

type Waiting = {
  mine: QuestionRow[];
  forMe: QuestionRow[];
  reminders: Reminded[];
  whileAway: QuestionRow[];
  now: Date;
};

/** Nothing stands there twice: what one is reminded of is left out where it is in one's hands already. */
export function shownStart({ mine, forMe, reminders, whileAway, now }: Waiting) {
  const held = new Set(forMe.map(({ id }) => id));
  return {
    mine: mine.map((row) => ownRow(row, now)),
    /** Some of what one asked is not over. */
    asks: mine.some(({ state }) => state !== 'closed'),
    urgent: forMe.filter(({ isUrgent }) => isUrgent).map((row) => helperRow(row, now)),
    forMe: forMe.filter(({ isUrgent }) => !isUrgent).map((row) => helperRow(row, now)),
    whileAway:
      whileAway.length > 0
        ? { line: awayLine(whileAway), rows: whileAway.map((row) => statusRow(row, now)) }
        : null,
    reminders: reminders.filter(({ id }) => !held.has(id)).map((row) => reminderRow(row, now)),
  };
}

/** How much went to others, and how much of that has its answer. */
function awayLine(rows: readonly QuestionRow[]): string {
  const count = rows.length;
  const answered = rows.filter(({ state }) => state === 'answered' || state === 'closed').length;
  const moved = count === 1 ? m.helpline_away_moved_one() : m.helpline_away_moved({ count });
  if (answered === 0) return moved;
  const all = answered === 1 ? m.helpline_away_answered_one() : m.helpline_away_answered({ count: answered });
  return `${moved} ${all}`;
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

type Long = { unitName: string; theme: string | null; askedOn: string };

/** What a coordinator is told of a question that nobody answered for days. */
export const shownLong = ({ unitName, theme, askedOn }: Long) => ({
  unitName,
  meta: [
    themeLabel(isTheme(theme) ? theme : 'other'),
    m.helpline_long_since({ day: formatDay(askedOn) }),
  ].join(' · '),
});
