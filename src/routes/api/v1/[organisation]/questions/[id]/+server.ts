import { questionThread } from '#rooms/helpline/server/index.ts';
import { answer } from '../../../answer.server.ts';
import { calls } from '../../../calls.ts';
import { questionFrom } from '../../../represent.ts';

export const GET = answer(calls.readQuestion, async ({ who, id }) => ({
  body: questionFrom(await questionThread(who, id)),
}));
