import * as v from 'valibot';
import { category, id, moment, nextCursor, onBehalfOf } from './parts.ts';

export const knownProblem = v.object({
  id,
  category,
  line: v.string(),
  publishedAt: moment,
  isFollowed: v.pipe(
    v.boolean(),
    v.description('Whether the person you act for has it too and hears when it is solved.'),
  ),
});
export const pageOfProblems = v.object({ items: v.array(knownProblem), nextCursor });
export const meToo = v.object({ onBehalfOf });
