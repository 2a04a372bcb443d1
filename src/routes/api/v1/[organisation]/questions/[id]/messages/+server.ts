import { NotFound } from '#platform/errors.ts';
import {
  answerQuestion,
  questionThread,
  sayComing,
  writeBack,
  writeNote,
} from '#rooms/helpline/server/index.ts';
import { answer, type Given } from '../../../../answer.server.ts';
import { calls } from '../../../../calls.ts';
import { messageFrom } from '../../../../represent.ts';

export const POST = answer(calls.writeMessage, async (given) => {
  const { who, id, at } = given;
  const { can } = await questionThread(who, id);
  const messageId = await write(given, given.body.kind ?? (can.writeBack ? 'reply' : 'answer'));
  const { messages } = await questionThread(who, id);
  const written = messages.find((message) => message.id === messageId);
  if (!written) throw new NotFound();
  return { body: messageFrom(written), location: at(`/questions/${id}`) };
});

type Message = Given<typeof calls.writeMessage>;

function write(
  { who, id, body: { body = '', stuck } }: Message,
  kind: NonNullable<Message['body']['kind']>,
): Promise<string> {
  switch (kind) {
    case 'reply':
      return writeBack(who, id, { body, stuck });
    case 'answer':
      return answerQuestion(who, id, { body, theme: null });
    case 'note':
      return writeNote(who, id, { body });
    case 'call':
    case 'visit':
      return sayComing(who, id, { way: kind, when: body.replaceAll(/\s+/g, ' ') });
  }
}
