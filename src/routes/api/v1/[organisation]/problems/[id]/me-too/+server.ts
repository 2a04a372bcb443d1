import { meToo, notMeToo, problemHere } from '#rooms/helpline/server/index.ts';
import { answer } from '../../../../answer.server.ts';
import { calls } from '../../../../calls.ts';
import { problemFrom } from '../../../../represent.ts';

export const POST = answer(calls.haveProblemToo, async ({ who, id, body: { has } }) => {
  await (has ? meToo : notMeToo)(who, id);
  return { status: 200, body: problemFrom((await problemHere(who, id)).problem) };
});
