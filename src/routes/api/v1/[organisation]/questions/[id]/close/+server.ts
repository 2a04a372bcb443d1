import { unusable } from '#platform/problem.ts';
import { closeAsAsker, closeAsHelper, questionThread, tellIfAlone } from '#rooms/helpline/server/index.ts';
import { answer, type Given } from '../../../../answer.server.ts';
import { calls } from '../../../../calls.ts';
import { questionFrom } from '../../../../represent.ts';

type Closing = Given<typeof calls.closeQuestion>;

export const POST = answer(calls.closeQuestion, async (given) => {
  const { who, id, body } = given;
  const { question } = await questionThread(who, id);
  if (question.isMine) await closeForAsker(given);
  else if (body.helped === undefined && body.alone === undefined) await closeAsHelper(who, id);
  else throw unusable({ [body.helped === undefined ? 'alone' : 'helped']: 'is for whoever asked to say' });
  return { status: 200, body: questionFrom(await questionThread(who, id)) };
});

/** The two taps, together or one after the other. What nobody answered yet is withdrawn, and nothing is counted. */
async function closeForAsker({ who, id, body: { helped, alone } }: Closing): Promise<void> {
  const { can, question } = await questionThread(who, id);
  const isSecond = can.tellIfAlone && helped === undefined && alone !== undefined;
  const isWithdrawn = ['waiting', 'claimed'].includes(question.state);
  if (!isSecond && can.closeAsAsker && helped === undefined && !isWithdrawn)
    throw unusable({ helped: 'is required once there was an answer' });
  if (!isSecond) await closeAsAsker(who, id, { helped: helped ?? false });
  if (alone !== undefined && !isWithdrawn) await tellIfAlone(who, id, { alone });
}
