import { claimQuestion, questionThread } from '#rooms/helpline/server/index.ts';
import { answer } from '../../../../answer.server.ts';
import { calls } from '../../../../calls.ts';
import { questionFrom } from '../../../../represent.ts';

export const POST = answer(calls.claimQuestion, async ({ who, id }) => {
  await claimQuestion(who, id);
  return { status: 200, body: questionFrom(await questionThread(who, id)) };
});
