import * as v from 'valibot';
import { described, id, onBehalfOf, page } from './parts.ts';

export const searchQuery = v.object({
  q: v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(4_000)),
  kind: v.optional(
    v.pipe(
      v.string(),
      v.regex(
        /^(tips|answers|problems|all)(,(tips|answers|problems|all))*$/,
        'must be one or more of tips, answers, problems, all, with a comma in between',
      ),
      described(
        'One or more of tips, answers, problems (known problems), with a comma in between. all is tips and answers.',
      ),
    ),
    'all',
  ),
  onBehalfOf: v.optional(onBehalfOf),
  limit: page.limit,
});

export const hit = v.object({
  kind: v.picklist(['tip', 'answer', 'problem']),
  id,
  externalId: v.nullable(v.string()),
  title: v.string(),
  why: v.pipe(v.array(v.string()), v.description('The words it was found by, as they were typed.')),
});
export const results = v.object({ results: v.array(hit) });
