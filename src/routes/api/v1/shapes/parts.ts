import * as v from 'valibot';
import { themes } from '#rooms/organisations/themes.ts';

// What goes in and out of the API, in words that more than one call uses. `category` is the theme.

export const described = (text: string) => v.description<string, string>(text);

export const onBehalfOf = v.pipe(
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

const cursor = v.optional(
  v.pipe(
    v.string(),
    v.maxLength(400),
    v.regex(/^[\w-]+$/, 'is not a nextCursor of this list'),
    described('The nextCursor of the page before.'),
  ),
);

export const page = { limit, cursor };

export const id = v.pipe(v.string(), v.uuid());
export const moment = v.pipe(v.string(), v.isoTimestamp());
export const day = v.pipe(v.string(), v.isoDate());
export const category = v.picklist(themes);
export const nextCursor = v.nullable(v.string());

export const noQuery = v.object({});
export const personQuery = v.object({ onBehalfOf });

/** Problem details, as every refusal is answered (RFC 9457). */
export const problem = v.object({
  type: v.string(),
  title: v.string(),
  status: v.number(),
  detail: v.optional(v.string()),
  instance: v.optional(v.string()),
  'invalid-params': v.optional(v.array(v.object({ name: v.string(), reason: v.string() }))),
});
