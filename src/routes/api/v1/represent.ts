import type * as v from 'valibot';
import type { Problem } from '#rooms/helpline/problem.ts';
import type { QuestionRow, Thread } from '#rooms/helpline/seen.ts';
import { isKeptFromUnit } from '#rooms/helpline/question.ts';
import type { questionsInShort } from '#rooms/helpline/server/index.ts';
import type { Theme } from '#rooms/organisations/themes.ts';
import { fullName } from '#rooms/people/name.ts';
import type { Tip } from '#rooms/tips/tip.ts';
import type { knownProblem } from './shapes/problems.ts';
import type * as questions from './shapes/questions.ts';
import type { tip } from './shapes/tips.ts';

// From what a room gives to what the API answers.

export function questionFrom(thread: Thread): v.InferOutput<typeof questions.question> {
  const { question, messages } = thread;
  const notes = messages.filter(({ kind }) => kind === 'note');
  return {
    id: question.id,
    title: question.title,
    state: question.state,
    category: question.theme,
    unit: isKeptFromUnit(question) ? '' : thread.unitName,
    askedAt: question.askedAt.toISOString(),
    changedAt: question.changedAt.toISOString(),
    waitsUntil: question.waitsUntil?.toISOString() ?? null,
    asker: fullName(thread.asker),
    helper: fullName(thread.holder),
    isMine: question.isMine,
    isUrgent: question.urgent !== null,
    body: question.body,
    way: question.outsideUnit ? 'outside' : 'unit',
    messages: messages.filter(({ kind }) => kind !== 'note').map(messageFrom),
    // The verb leaves them out already; a slip there must not reach whoever asked.
    notes: question.isMine ? [] : notes.map(messageFrom),
  };
}

type MessageKind = v.InferOutput<typeof questions.message>['kind'];

const kindOf = ({ sender, kind }: Thread['messages'][number]): MessageKind => {
  if (kind !== 'text') return kind;
  return sender === 'asker' ? 'reply' : 'answer';
};

export const messageFrom = (
  message: Thread['messages'][number],
): v.InferOutput<typeof questions.message> => ({
  id: message.id,
  kind: kindOf(message),
  from: message.sender,
  author: fullName(message.author),
  body: message.body,
  writtenAt: message.writtenAt.toISOString(),
});

export const rowFrom = (row: QuestionRow): v.InferOutput<typeof questions.questionInList> => ({
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
  isUrgent: row.isUrgent,
});

type Short = Awaited<ReturnType<typeof questionsInShort>>['rows'][number];

export const shortFrom = (row: Short): v.InferOutput<typeof questions.questionInShort> => ({
  unit: row.unitName,
  category: row.theme as Theme | null,
  state: row.state as QuestionRow['state'],
  askedOn: row.askedOn,
});

export const problemFrom = (problem: Problem): v.InferOutput<typeof knownProblem> => ({
  id: problem.id,
  category: problem.theme,
  line: problem.line,
  publishedAt: problem.publishedAt.toISOString(),
  endedAt: problem.endedAt?.toISOString() ?? null,
  outcome: problem.outcome,
  isFollowed: problem.isFollowed,
});

export const tipFrom = (given: Tip): v.InferOutput<typeof tip> => ({
  id: given.id,
  title: given.title,
  body: given.body,
  category: given.theme,
  externalId: given.externalId,
  status: given.status,
  application: given.application,
  applicationVersion: given.applicationVersion,
  level: given.level,
  unit: given.unitId,
  links: given.links.map(({ title, address }) => ({ title, address })),
  version: given.version,
  reviewedOn: given.reviewedOn,
  reviewOn: given.reviewOn,
  worksFor: given.worksFor,
  madeAt: given.madeAt.toISOString(),
  changedAt: given.changedAt.toISOString(),
});
