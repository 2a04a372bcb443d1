import type * as v from 'valibot';
import type { QuestionRow, Thread } from '#rooms/helpline/seen.ts';
import type { questionsInShort } from '#rooms/helpline/server/index.ts';
import type { Theme } from '#rooms/organisations/themes.ts';
import type { Tip } from '#rooms/tips/tip.ts';
import type * as shapes from './shapes.ts';

// From what a room gives to what the API answers.

type Out<Shape extends keyof typeof shapes> = (typeof shapes)[Shape] extends v.GenericSchema
  ? v.InferOutput<(typeof shapes)[Shape]>
  : never;

const full = (name: { firstName: string; lastName: string } | null) =>
  name ? `${name.firstName} ${name.lastName}` : null;

export const questionFrom = (thread: Thread): Out<'question'> => ({
  id: thread.question.id,
  title: thread.question.title,
  state: thread.question.state,
  category: thread.question.theme,
  unit: thread.unitName,
  askedAt: thread.question.askedAt.toISOString(),
  changedAt: thread.question.changedAt.toISOString(),
  waitsUntil: thread.question.waitsUntil?.toISOString() ?? null,
  asker: full(thread.asker),
  helper: thread.holder?.firstName ?? null,
  isMine: thread.question.isMine,
  body: thread.question.body,
  messages: thread.messages.map(messageFrom),
});

export const messageFrom = (message: Thread['messages'][number]): Out<'message'> => ({
  id: message.id,
  from: message.sender,
  author: full(message.author),
  body: message.body,
  writtenAt: message.writtenAt.toISOString(),
});

export const rowFrom = (row: QuestionRow): Out<'questionInList'> => ({
  id: row.id,
  title: row.title,
  state: row.state,
  category: row.theme,
  unit: row.unitName,
  askedAt: row.askedAt.toISOString(),
  changedAt: row.changedAt.toISOString(),
  waitsUntil: row.waitsUntil?.toISOString() ?? null,
  asker: row.askerName,
  helper: row.holderName,
  isMine: row.isMine,
});

export const shortFrom = (
  row: Awaited<ReturnType<typeof questionsInShort>>[number],
): Out<'questionInShort'> => ({
  unit: row.unitName,
  category: row.theme as Theme | null,
  state: row.state as QuestionRow['state'],
  askedOn: row.askedOn,
});

export const tipFrom = (tip: Tip): Out<'tip'> => ({
  id: tip.id,
  title: tip.title,
  body: tip.body,
  category: tip.theme,
  externalId: tip.externalId,
  status: tip.status,
  madeAt: tip.madeAt.toISOString(),
});
