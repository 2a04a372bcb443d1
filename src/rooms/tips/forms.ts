import * as v from 'valibot';
import { themes } from '#rooms/organisations/themes.ts';
import { tipStatuses } from './tip.ts';

const line = (longest: number, empty: string) =>
  v.pipe(v.string(), v.trim(), v.nonEmpty(empty), v.maxLength(longest, 'ui_too_long'));

/** A tip as a form or the API hands it in. Messages are keys of messages/nl.json. */
export const tipForm = v.object({
  title: line(120, 'tips_title_missing'),
  body: line(8_000, 'tips_body_missing'),
  theme: v.picklist(themes, 'tips_theme_missing'),
});

export const tipOfApi = v.object({
  title: line(120, 'tips_title_missing'),
  body: line(8_000, 'tips_body_missing'),
  category: v.optional(v.picklist(themes), 'other'),
  externalId: v.optional(v.nullable(v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(200))), null),
  status: v.optional(v.picklist(tipStatuses), 'draft'),
});

export type TipForm = v.InferOutput<typeof tipForm>;
