import * as v from 'valibot';
import { dayOf } from '#platform/days.ts';

// Messages are keys of messages/nl.json.

/** A telephone number as people write it. */
export const phone = v.pipe(
  v.string(),
  v.trim(),
  v.regex(/^[+\d][\d\s./()-]{2,29}$/, 'organisations_phone_unusable'),
);

/** Line breaks and other control signs become blanks. */
export const plainText = v.transform((text: string) => text.replace(/\p{Cc}+/gu, ' '));

export const organisationForm = v.object({
  name: v.pipe(
    v.string(),
    plainText,
    v.trim(),
    v.nonEmpty('organisations_name_missing'),
    v.maxLength(80, 'ui_too_long'),
  ),
  ictPhone: v.optional(phone),
  dpoPhone: v.optional(phone),
});

const isDay = (text: string): boolean => {
  try {
    return dayOf(text).name === text;
  } catch {
    return false;
  }
};

/** A day as a date field sends it: 'YYYY-MM-DD'. */
export const day = v.pipe(v.string('organisations_day_missing'), v.check(isDay, 'organisations_day_missing'));

export const closingDayForm = v.object({
  day,
  name: v.pipe(
    v.string('organisations_day_name_missing'),
    plainText,
    v.trim(),
    v.nonEmpty('organisations_day_name_missing'),
    v.maxLength(80, 'organisations_day_name_long'),
  ),
});

export const removedDayForm = v.object({ day });

/** Which units stand beside this one: the default ones (null), or those chosen, which may be none. */
export const neighboursForm = v.pipe(
  v.object({
    neighbours: v.picklist(['default', 'own'], 'units_choose_neighbours'),
    neighbourIds: v.optional(v.array(v.string()), []),
  }),
  v.transform(({ neighbours, neighbourIds }) => ({
    neighbourIds: neighbours === 'default' ? null : neighbourIds,
  })),
);

export const unitClosingForm = v.object({ openOnClosingDays: v.optional(v.boolean(), false) });
