import * as v from 'valibot';
import { day as anyDay, plainText } from '#rooms/organisations/forms.ts';

// Messages are keys of messages/nl.json.

const filledDay = v.pipe(v.string('startpath_day_missing'), v.nonEmpty('startpath_day_missing'), anyDay);

export const planForm = v.object({ day: filledDay });

/** Without a day: today. */
export const tickForm = v.object({ day: v.optional(anyDay) });

/** Without a day the step goes along with the others again. */
export const moveForm = v.object({ day: v.optional(anyDay) });

export const longestText = 20_000;

/** What no document for a word processor can hold. */
const noLetter = /[^\P{Cc}\n\t]|[\uFFFE\uFFFF]/gu;
const lettersOnly = (text: string): string => text.replace(/\r\n?/g, '\n').replace(noLetter, ' ').trim();

export const textForm = v.object({
  body: v.pipe(
    v.string('startpath_text_missing'),
    v.transform(lettersOnly),
    v.nonEmpty('startpath_text_missing'),
    v.maxLength(longestText, 'startpath_text_long'),
  ),
  edition: v.pipe(v.string(), v.regex(/^\d{1,9}$/), v.transform(Number)),
  /** The places of the text by their names, and what comes there; empty stays open. */
  place: v.array(v.string()),
  typed: v.array(v.pipe(v.string(), plainText, v.transform(lettersOnly))),
});

export const closesForm = v.object({
  closesOn: v.pipe(v.string('startpath_day_missing'), v.nonEmpty('startpath_day_missing'), anyDay),
});

export const longestLine = 300;

export const volunteerForm = v.object({
  line: v.optional(
    v.pipe(v.string(), plainText, v.trim(), v.maxLength(longestLine, 'startpath_line_long')),
    '',
  ),
});

export const nameForm = v.object({
  typed: v.pipe(
    v.string('startpath_named_missing'),
    plainText,
    v.trim(),
    v.nonEmpty('startpath_named_missing'),
    v.maxLength(120, 'startpath_typed_long'),
  ),
});

export const namingForm = v.object({ id: v.string() });

export const coachForm = v.object({ personId: v.string(), unitId: v.string() });
