import * as v from 'valibot';
import { themes } from '#rooms/organisations/themes.ts';
import { longestText } from './forms.ts';

/** Messages are keys of messages/nl.json. */
const line = (longest: number) =>
  v.pipe(
    v.string(),
    v.transform((given) => given.replaceAll(/\s+/g, ' ')),
    v.trim(),
    v.maxLength(longest, 'helpline_line_too_long'),
  );

const written = v.pipe(
  v.string(),
  v.transform((given) => given.replaceAll(/\r\n?/g, '\n')),
  v.trim(),
  v.maxLength(longestText, 'ui_too_long'),
);

const text = (empty: string) => v.pipe(written, v.nonEmpty(empty));

/** `when` in the helper's own words: "vandaag om 14.00 uur". */
export const comingForm = v.object({
  way: v.picklist(['call', 'visit']),
  when: v.optional(line(80), ''),
});

/** Under which theme a question is. */
export const themeForm = v.object({ theme: v.picklist(themes, 'helpline_problem_theme_missing') });

export const noteForm = v.object({ body: text('helpline_note_missing') });

/** Without a person: whoever of the experts can soonest. The question alone may be enough to ask. */
export const callInForm = v.object({
  personId: v.optional(v.nullable(v.pipe(v.string(), v.uuid('ui_error_field'))), null),
  note: v.optional(written, ''),
});

export const withdrawCallInForm = v.object({ personId: v.pipe(v.string(), v.uuid('ui_error_field')) });

export const giveForm = v.object({
  personId: v.pipe(v.string('helpline_pick_somebody'), v.uuid('helpline_pick_somebody')),
});

export const reminderForm = v.object({
  when: v.picklist(['this_afternoon', 'tomorrow', 'in_a_week', 'on_day'], 'helpline_pick_moment'),
  day: v.optional(v.nullable(v.pipe(v.string(), v.isoDate('ui_error_field'))), null),
});

export const standardAnswerForm = v.object({
  title: v.pipe(line(120), v.nonEmpty('helpline_standard_title_missing')),
  body: text('helpline_standard_body_missing'),
  shared: v.optional(v.boolean(), false),
});

export type Coming = v.InferOutput<typeof comingForm>;
export type Note = v.InferOutput<typeof noteForm>;
export type CallIn = v.InferOutput<typeof callInForm>;
export type Reminder = v.InferOutput<typeof reminderForm>;
export type StandardAnswerText = v.InferOutput<typeof standardAnswerForm>;
