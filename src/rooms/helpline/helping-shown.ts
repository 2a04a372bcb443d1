import { m } from '#messages';
import { formatMoment, localDay } from '#platform/dates.ts';
import { addDays } from '#platform/days.ts';
import { isTheme, themeLabel } from '#rooms/organisations/themes.ts';
import { fullName } from '#rooms/people/name.ts';
import type { CalledIn, Pickable } from './helping-seen.ts';
import type { ReminderChoice } from './reminder-times.ts';
import type { Thread } from './seen.ts';
import { fillIn } from './standard-answers.ts';

// What a helper's pages say. Made on the server, as in shown.ts.

export type Choice = { value: string; label: string; hint: string };

const roleOf: Record<Pickable['as'], (one: Pickable) => string> = {
  expert: ({ themes }) =>
    m.helpline_who_expert({
      theme: themes
        .filter(isTheme)
        .map((theme) => themeLabel(theme))
        .join(', '),
    }),
  ict: m.helpline_who_ict,
  coach: ({ unitName }) => m.helpline_who_neighbour({ unit: unitName }),
  coordinator: m.helpline_who_coordinator,
  admin: m.helpline_who_admin,
};

/** Somebody to pick: name, what they are, and when they are there. */
export const choiceOf = (one: Pickable, now: Date): Choice => ({
  value: one.personId,
  label: fullName(one),
  hint: m.helpline_pick_hint({
    who: roleOf[one.as](one),
    when: one.thereNow
      ? m.helpline_there_now()
      : m.helpline_there_from({ when: formatMoment(one.from, now) }),
  }),
});

/** "Ernst Maes denkt mee", "Ernst Maes keek mee". */
export const calledInLine = ({ why, doneAt, ...person }: CalledIn): string => {
  const name = fullName(person);
  if (doneAt) return m.helpline_called_in_done({ name });
  return why === 'urgent' ? m.helpline_called_in_urgent({ name }) : m.helpline_called_in_expert({ name });
};

const isTomorrow = (at: Date, now: Date) => localDay(at) === addDays(localDay(now), 1);

const reminderNames: Record<ReminderChoice, (at: Date, now: Date) => string> = {
  this_afternoon: () => m.helpline_remind_afternoon(),
  tomorrow: (at, now) => (isTomorrow(at, now) ? m.helpline_remind_tomorrow() : m.helpline_remind_next_day()),
  in_a_week: () => m.helpline_remind_week(),
};

export const reminderChoice = ({ choice, at }: { choice: ReminderChoice; at: Date }, now: Date): Choice => ({
  value: choice,
  label: reminderNames[choice](at, now),
  hint: formatMoment(at, now),
});

/** A standard answer filled in for this question. Under cover neither the name nor a unit is put in. */
export function fillFor(
  { asker, question, unitName }: Pick<Thread, 'asker' | 'question' | 'unitName'>,
  by: { coach: string; organisation: string },
): (text: string) => string {
  const hidden = question.underCover;
  const filling = {
    firstName: hidden ? null : (asker?.firstName ?? null),
    unit: hidden || question.outsideUnit ? null : unitName,
    ...by,
  };
  return (text) => fillIn(text, filling);
}
