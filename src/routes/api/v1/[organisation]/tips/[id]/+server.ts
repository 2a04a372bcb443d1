import { tipHere } from '#rooms/tips/server/index.ts';
import { answer } from '../../../answer.server.ts';
import { calls } from '../../../calls.ts';
import { tipFrom } from '../../../represent.ts';

export const GET = answer(calls.readTip, async ({ who, id }) => ({ body: tipFrom(await tipHere(who, id)) }));
