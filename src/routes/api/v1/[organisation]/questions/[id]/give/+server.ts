import { NotFound } from '#platform/errors.ts';
import { unusable } from '#platform/problem.ts';
import { giveQuestion, questionThread } from '#rooms/helpline/server/index.ts';
import { answer } from '../../../../answer.server.ts';
import { calls } from '../../../../calls.ts';
import { questionFrom } from '../../../../represent.ts';

export const POST = answer(calls.giveQuestion, async ({ who, id, body: { to } }) => {
  // Whoever may not see the question hears that first; after it, nothing but the helper can be unknown.
  await questionThread(who, id);
  await giveQuestion(who, id, to).catch((error: unknown) => {
    throw error instanceof NotFound ? unusable({ to: 'is nobody who can have this question' }) : error;
  });
  return { status: 200, body: questionFrom(await questionThread(who, id)) };
});
