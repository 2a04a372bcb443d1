// What stands with somebody who is about to go away, in words. Pure.
import { m } from '#messages';
import { formatMoment, formatShortDay } from '#platform/dates.ts';
import { fullName } from '#rooms/people/name.ts';
import type { Standing, StandingQuestion } from './standing.ts';

const promised = {
  call: m.helpline_standing_call,
  visit: m.helpline_standing_visit,
} as const;

const questionLine = ({ id, title, askerName, promise }: StandingQuestion) => ({
  ...{ id, title },
  meta: [askerName, promise && promised[promise]()].filter(Boolean).join(' · '),
});

export const shownStanding = ({ questions, followUps, reminders, now }: Standing) => ({
  /** Go to somebody who is there, with what was promised. */
  moving: questions.filter(({ moves }) => moves).map(questionLine),
  /** Answered, and yet promised to call or to come by. */
  promised: questions.filter(({ moves }) => !moves).map(questionLine),
  followUps: followUps.map((one) => ({
    id: one.id,
    title: fullName(one.other),
    meta: formatShortDay(one.comeOn),
  })),
  reminders: reminders.map(({ id, title, dueAt }) => ({ id, title, meta: formatMoment(dueAt, now) })),
});

export type ShownStanding = ReturnType<typeof shownStanding>;
