import { NotFound } from '#platform/errors.ts';
import { answerQuestion, questionThread, writeBack } from '#rooms/helpline/server/index.ts';
import { answer } from '../../../../answer.server.ts';
import { calls } from '../../../../calls.ts';
import { messageFrom } from '../../../../represent.ts';

export const POST = answer(calls.writeMessage, async ({ who, id, body: { body, stuck }, at }) => {
  const { can } = await questionThread(who, id);
  const messageId = can.writeBack
    ? await writeBack(who, id, { body, stuck })
    : await answerQuestion(who, id, { body, theme: null });
  const { messages } = await questionThread(who, id);
  const written = messages.find((message) => message.id === messageId);
  if (!written) throw new NotFound();
  return { body: messageFrom(written), location: at(`/questions/${id}`) };
});
