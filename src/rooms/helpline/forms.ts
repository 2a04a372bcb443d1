import * as v from 'valibot';
import { isId } from '#platform/ids.ts';
import { themes } from '#rooms/organisations/themes.ts';
import { urgentKinds } from './urgent.ts';

/** Longest text of a question or an answer, in characters. */
export const longestText = 4_000;

const text = (empty: string) =>
  v.pipe(
    v.string(),
    v.transform((given) => given.replace(/\r\n?/g, '\n')),
    v.trim(),
    v.nonEmpty(empty),
    v.maxLength(longestText, 'ui_too_long'),
  );

const theme = v.optional(v.nullable(v.picklist(themes)), null);

export const ways = ['unit', 'outside', 'cover'] as const;

/**
 * To whom a question goes: the chain of the own unit · somebody outside it, who sees the name · one coach who sees the
 * name, and whoever takes over does not.
 */
export type Way = (typeof ways)[number];

const coachId = (missing: string) =>
  v.pipe(
    v.string(),
    v.check((given: string) => isId(given), missing),
  );

/** Under cover, with the own name in the text: sent all the same. */
const sure = v.optional(v.boolean());

/**
 * Messages are keys of messages/nl.json. `key` makes the same form, sent twice, one question. Without `way` it is
 * 'unit'; `coachId` is the coach the asker chose, which 'cover' cannot do without. Without `urgent` the words tell.
 */
export const askForm = v.object({
  body: text('helpline_question_missing'),
  theme,
  key: v.optional(v.pipe(v.string(), v.maxLength(100)), ''),
  way: v.optional(v.picklist(ways)),
  coachId: v.optional(coachId('helpline_coach_missing')),
  urgent: v.optional(v.picklist([...urgentKinds, 'no'])),
  sure,
});

/** Who helps with what was noted for a colleague: I do, the right coach, or it is solved already. */
export const noteWays = ['mine', 'coach', 'solved'] as const;

export const noteForm = v.object({
  personId: v.pipe(
    v.string(),
    v.check((text) => isId(text), 'helpline_note_person_missing'),
  ),
  body: text('helpline_question_missing'),
  theme,
  way: v.picklist(noteWays),
  key: askForm.entries.key,
});

export type Note = v.InferOutput<typeof noteForm>;

/** The same before it is sent: a button that says what cannot wait needs no words yet. */
export const lookForm = v.object({
  body: v.pipe(v.string(), v.trim(), v.maxLength(longestText)),
  urgent: askForm.entries.urgent,
  /** To choose first who gets it. */
  choose: v.optional(v.boolean()),
});

/** Another coach, while it waits. */
export const chooseCoachForm = v.object({ coachId: coachId('helpline_choose_coach') });

export const answerForm = v.object({ body: text('helpline_answer_missing'), theme });

export const backForm = v.object({
  body: text('helpline_message_missing'),
  stuck: v.optional(v.boolean(), false),
  sure,
});

/** On which number the asker is called. */
export const numberForm = v.object({
  phone: v.pipe(v.string(), v.trim(), v.regex(/\d/, 'helpline_call_missing'), v.maxLength(40, 'ui_too_long')),
});

export const releaseForm = v.object({
  title: v.pipe(v.string(), v.trim(), v.nonEmpty('tips_title_missing'), v.maxLength(120, 'ui_too_long')),
  body: text('helpline_answer_missing'),
});

export type Ask = v.InferOutput<typeof askForm>;
export type Answer = v.InferOutput<typeof answerForm>;
export type Back = v.InferOutput<typeof backForm>;
export type Release = v.InferOutput<typeof releaseForm>;
