import * as v from 'valibot';
import { isId } from '#platform/ids.ts';
import { askForm, backForm } from '#rooms/helpline/forms.ts';
import { questionStates } from '#rooms/helpline/question.ts';
import { themes } from '#rooms/organisations/themes.ts';
import { tipOfApi } from '#rooms/tips/forms.ts';
import { tipStatuses } from '#rooms/tips/tip.ts';

// What goes in and out of the API. Bodies are made of the same schemas as the forms; `category` is the theme.

const described = (text: string) => v.description<string, string>(text);

const onBehalfOf = v.pipe(
  v.string(),
  v.trim(),
  v.nonEmpty(),
  v.maxLength(320),
  described('Id or work address of somebody who works in the organisation today.'),
);

const limitRule = 'must be a whole number from 1 to 100';

const limit = v.optional(
  v.pipe(
    v.string(),
    v.transform(Number),
    v.number(limitRule),
    v.integer(limitRule),
    v.minValue(1, limitRule),
    v.maxValue(100, limitRule),
  ),
  '25',
);

/** Where the next page begins: the id of the last item, dressed so that nobody builds on it. */
export const cursorOf = (id: string): string => btoa(id).replaceAll('=', '');
const idIn = (cursor: string): string => {
  try {
    return atob(cursor);
  } catch {
    return '';
  }
};

const cursor = v.optional(
  v.pipe(
    v.string(),
    v.transform(idIn),
    v.string(),
    v.check((text) => isId(text), 'is not a nextCursor of this list'),
    described('The nextCursor of the page before.'),
  ),
);

const page = { limit, cursor };

export const noQuery = v.object({});
export const personQuery = v.object({ onBehalfOf });
export const questionsQuery = v.object({
  onBehalfOf: v.optional(onBehalfOf),
  state: v.optional(v.picklist(questionStates)),
  ...page,
});
export const tipsQuery = v.object({
  onBehalfOf: v.optional(onBehalfOf),
  category: v.optional(v.picklist(themes)),
  status: v.optional(v.picklist(tipStatuses)),
  externalId: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(200))),
  ...page,
});
export const searchQuery = v.object({
  q: v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(4_000)),
  kind: v.optional(v.picklist(['tips', 'answers', 'all']), 'all'),
  onBehalfOf: v.optional(onBehalfOf),
  limit,
});

export const newQuestion = v.object({
  body: askForm.entries.body,
  category: askForm.entries.theme,
  onBehalfOf,
});
export const newMessage = v.object({ ...backForm.entries, onBehalfOf });
export const newTip = v.object({ ...tipOfApi.entries, onBehalfOf: v.optional(onBehalfOf) });

const id = v.pipe(v.string(), v.uuid());
const moment = v.pipe(v.string(), v.isoTimestamp());
const category = v.picklist(themes);

const summary = {
  id,
  title: v.string(),
  state: v.picklist(questionStates),
  category: v.nullable(category),
  unit: v.string(),
  askedAt: moment,
  changedAt: moment,
  waitsUntil: v.nullable(v.pipe(moment, described('When it moves on to the next helper if nobody reacts.'))),
  asker: v.nullable(v.string()),
  helper: v.nullable(v.pipe(v.string(), described('First name of whoever has it.'))),
  isMine: v.pipe(v.boolean(), v.description('Whether the person you act for asked it.')),
};

export const message = v.object({
  id,
  from: v.picklist(['asker', 'helper']),
  author: v.nullable(v.string()),
  body: v.string(),
  writtenAt: moment,
});
export const question = v.object({ ...summary, body: v.string(), messages: v.array(message) });
export const questionInList = v.object(summary);
export const questionInShort = v.object({
  unit: v.string(),
  category: v.nullable(category),
  state: v.picklist(questionStates),
  askedOn: v.pipe(v.string(), v.isoDate()),
});
export const tip = v.object({
  id,
  title: v.string(),
  body: v.string(),
  category,
  externalId: v.nullable(v.string()),
  status: v.picklist(tipStatuses),
  madeAt: moment,
});
export const hit = v.object({
  kind: v.picklist(['tip', 'answer']),
  id,
  externalId: v.nullable(v.string()),
  title: v.string(),
  why: v.pipe(v.array(v.string()), v.description('The words it was found by, as they were typed.')),
});

const nextCursor = v.nullable(v.string());
export const pageOfQuestions = v.object({
  items: v.union([v.array(questionInList), v.array(questionInShort)]),
  nextCursor,
});
export const pageOfTips = v.object({ items: v.array(tip), nextCursor });
export const results = v.object({ results: v.array(hit) });

/** Problem details, as every refusal is answered (RFC 9457). */
export const problem = v.object({
  type: v.string(),
  title: v.string(),
  status: v.number(),
  detail: v.optional(v.string()),
  instance: v.optional(v.string()),
  'invalid-params': v.optional(v.array(v.object({ name: v.string(), reason: v.string() }))),
});
