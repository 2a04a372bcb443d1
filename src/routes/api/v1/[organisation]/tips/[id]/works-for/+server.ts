import { thisTipWorks, tipHere } from '#rooms/tips/server/index.ts';
import { answer } from '../../../../answer.server.ts';
import { calls } from '../../../../calls.ts';
import { tipFrom } from '../../../../represent.ts';

export const POST = answer(calls.tipWorks, async ({ who, id, body: { works } }) => {
  await thisTipWorks(who, id, { works });
  return { status: 200, body: tipFrom(await tipHere(who, id)) };
});
