import { endProblem, problemHere } from '#rooms/helpline/server/index.ts';
import { answer } from '../../../../answer.server.ts';
import { calls } from '../../../../calls.ts';
import { problemFrom } from '../../../../represent.ts';

export const POST = answer(calls.endProblem, async ({ who, id, body: { outcome } }) => {
  await endProblem(who, id, { outcome });
  return { status: 200, body: problemFrom((await problemHere(who, id)).problem) };
});
