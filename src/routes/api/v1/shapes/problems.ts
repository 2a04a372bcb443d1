import * as v from 'valibot';
import { longestLine, oneLine } from '#rooms/helpline/problem.ts';
import { category, id, moment, nextCursor, onBehalfOf } from './parts.ts';

export const knownProblem = v.object({
  id,
  category,
  line: v.string(),
  publishedAt: moment,
  endedAt: v.nullable(moment),
  outcome: v.nullable(v.pipe(v.string(), v.description('What is to be known now that it is over.'))),
  isFollowed: v.pipe(
    v.boolean(),
    v.description('Whether the person you act for has it too and hears when it is solved.'),
  ),
});
export const pageOfProblems = v.object({ items: v.array(knownProblem), nextCursor });

const line = v.pipe(oneLine, v.nonEmpty(), v.maxLength(longestLine));

export const newProblem = v.object({
  line: v.pipe(line, v.description('For everybody: nothing of who asked, or where.')),
  category,
  question: v.optional(v.pipe(id, v.description('The question it came up in; whoever helps with it may.'))),
  onBehalfOf,
});
export const ending = v.object({ outcome: line, onBehalfOf });
export const meToo = v.object({
  has: v.optional(v.pipe(v.boolean(), v.description('False takes it back.')), true),
  onBehalfOf,
});
