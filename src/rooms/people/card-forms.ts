import * as v from 'valibot';
import { day, phone, plainText } from '#rooms/organisations/forms.ts';
import { themes } from '#rooms/organisations/themes.ts';
import { rhythms } from './drop-in.ts';

// Messages are keys of messages/nl.json.

const longestAbout = 600;

/** What a coach writes about themself. Line breaks stay in `about`. */
export const cardForm = v.object({
  themes: v.optional(v.array(v.picklist(themes)), []),
  about: v.optional(
    v.nullable(v.pipe(v.string(), v.trim(), v.maxLength(longestAbout, 'people_about_long'))),
    null,
  ),
  phone: v.optional(v.nullable(phone), null),
  place: v.optional(
    v.nullable(v.pipe(v.string(), plainText, v.trim(), v.maxLength(120, 'people_drop_in_place_long'))),
    null,
  ),
});

const time = v.pipe(
  v.string('people_drop_in_time_missing'),
  v.regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'people_drop_in_time_missing'),
);

export const dropInForm = v.object({
  firstOn: day,
  everyWeeks: v.pipe(
    v.picklist(
      rhythms.map((weeks) => String(weeks)),
      'people_drop_in_rhythm_missing',
    ),
    v.transform(Number),
  ),
  lastOn: v.optional(v.nullable(day), null),
  startsAt: time,
  endsAt: time,
  place: v.pipe(
    v.string('people_drop_in_place_missing'),
    plainText,
    v.trim(),
    v.nonEmpty('people_drop_in_place_missing'),
    v.maxLength(120, 'people_drop_in_place_long'),
  ),
});

export const dropInIdForm = v.object({ id: v.string() });
