import * as v from 'valibot';
import { themes } from '#rooms/organisations/themes.ts';

/** Longest text of a question or an answer, in characters. */
export const longestText = 4_000;

const text = (empty: string) =>
  v.pipe(
    v.string(),
    v.transform((given) => given.replace(/\r\n?/g, '\n').replaceAll('\u0000', '')),
    v.trim(),
    v.nonEmpty(empty),
    v.maxLength(longestText, 'ui_too_long'),
  );

const theme = v.optional(v.nullable(v.picklist(themes)), null);

/** Messages are keys of messages/nl.json. `key` makes the same form, sent twice, one question. */
export const askForm = v.object({
  body: text('helpline_question_missing'),
  theme,
  key: v.optional(v.pipe(v.string(), v.maxLength(100)), ''),
});

export const answerForm = v.object({ body: text('helpline_answer_missing'), theme });

export const backForm = v.object({
  body: text('helpline_message_missing'),
  stuck: v.optional(v.boolean(), false),
});

export const releaseForm = v.object({
  title: v.pipe(v.string(), v.trim(), v.nonEmpty('tips_title_missing'), v.maxLength(120, 'ui_too_long')),
  body: text('helpline_answer_missing'),
});

export type Ask = v.InferOutput<typeof askForm>;
export type Answer = v.InferOutput<typeof answerForm>;
export type Back = v.InferOutput<typeof backForm>;
export type Release = v.InferOutput<typeof releaseForm>;
