import { problemHere, problemsHere, publishProblem } from '#rooms/helpline/server/index.ts';
import { answer } from '../../answer.server.ts';
import { calls } from '../../calls.ts';
import { cursorOf, idIn, pageOf, sliceById } from '../../paging.ts';
import { problemFrom } from '../../represent.ts';

export const GET = answer(calls.listProblems, async ({ who, query: { limit, cursor } }) => {
  const { open } = await problemsHere(who);
  // An id begins with when it was published.
  const problems = sliceById(open, { order: 'descending', limit, after: idIn(cursor) });
  return { body: pageOf(problems, { limit, item: problemFrom, cursor: ({ id }) => cursorOf(id) }) };
});

export const POST = answer(
  calls.publishProblem,
  async ({ who, body: { line, category: theme, question: questionId } }) => {
    const id = await publishProblem(who, { line, theme, questionId });
    return { body: problemFrom((await problemHere(who, id)).problem) };
  },
);
