import * as v from 'valibot';
import { audiences, doers } from './steps.ts';

const id = v.pipe(v.string('ui_error_field'), v.uuid('ui_error_field'));

/** Messages are keys of messages/nl.json. */
export const welcomeForm = v.object({
  personIds: v.pipe(
    v.array(v.pipe(v.string(), v.uuid('ui_error_field'))),
    v.nonEmpty('welcome_nobody_ticked'),
  ),
});

export const personIdForm = v.object({ personId: id });

export const tickForm = v.object({ step: id, done: v.optional(v.boolean(), false) });

export const buddyForm = v.object({
  /** Empty: nobody any more. */
  buddyId: v.optional(v.nullable(v.pipe(v.string(), v.uuid('welcome_pick_buddy'))), null),
});

export const itemForm = v.object({
  sentence: v.pipe(
    v.string('welcome_sentence_missing'),
    v.transform((given) => given.replaceAll(/\s+/g, ' ')),
    v.trim(),
    v.nonEmpty('welcome_sentence_missing'),
    v.maxLength(300, 'welcome_sentence_long'),
  ),
  doer: v.pipe(v.optional(v.string(), ''), v.picklist(doers, 'welcome_doer_missing')),
  groups: v.array(v.picklist(audiences, 'ui_error_field')),
});

export const moveForm = v.object({ way: v.picklist(['up', 'down'], 'ui_error_field') });

export const itemIdForm = v.object({ item: id });

export type ItemGiven = v.InferOutput<typeof itemForm>;
