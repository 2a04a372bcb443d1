import type * as v from 'valibot';
import * as shapes from './shapes.ts';
import { examples } from './examples.ts';

/** One thing that can be asked of the API: what its handler reads and answers, and what its page says. */
export type Call = {
  readonly method: 'GET' | 'POST';
  /** Below /api/v1/{organisation}. */
  readonly path: string;
  readonly summary: string;
  readonly description: string;
  readonly query: v.GenericSchema;
  readonly body: v.GenericSchema | null;
  readonly answers: Partial<Record<200 | 201, v.GenericSchema>>;
  readonly examples: { readonly body?: unknown; readonly answer: unknown };
};

/** Every call there is. The handlers take theirs from here, and so does openapi.json. */
export const calls = {
  askQuestion: {
    method: 'POST',
    path: '/questions',
    summary: 'Ask a question',
    description: 'It goes at once to whoever helps this person first, who hears of it.',
    query: shapes.noQuery,
    body: shapes.newQuestion,
    answers: { 201: shapes.question },
    examples: { body: examples.newQuestion, answer: examples.question },
  },
  listQuestions: {
    method: 'GET',
    path: '/questions',
    summary: 'The questions a person may read, newest first',
    description:
      'Without onBehalfOf a token of the role coordinator gets the open ones in short (unit, category, state, day), all at once.',
    query: shapes.questionsQuery,
    body: null,
    answers: { 200: shapes.pageOfQuestions },
    examples: { answer: { items: [examples.questionInList], nextCursor: null } },
  },
  readQuestion: {
    method: 'GET',
    path: '/questions/{id}',
    summary: 'One question with all that was said',
    description: 'Reading it through the API does not mark it as seen.',
    query: shapes.personQuery,
    body: null,
    answers: { 200: shapes.question },
    examples: { answer: examples.question },
  },
  writeMessage: {
    method: 'POST',
    path: '/questions/{id}/messages',
    summary: 'Answer, or write back',
    description:
      'From whoever asked it is a reply, and with stuck the question waits again; from anybody else who may it is an answer.',
    query: shapes.noQuery,
    body: shapes.newMessage,
    answers: { 201: shapes.message },
    examples: { body: examples.newMessage, answer: examples.message },
  },
  writeTip: {
    method: 'POST',
    path: '/tips',
    summary: 'Write a tip, or bring it up to date',
    description: 'With an externalId that is known the tip that has it is changed: 200 instead of 201.',
    query: shapes.noQuery,
    body: shapes.newTip,
    answers: { 201: shapes.tip, 200: shapes.tip },
    examples: { body: examples.newTip, answer: examples.tip },
  },
  listTips: {
    method: 'GET',
    path: '/tips',
    summary: 'Tips, newest first',
    description: 'Those that the token, or the person it acts for, may see.',
    query: shapes.tipsQuery,
    body: null,
    answers: { 200: shapes.pageOfTips },
    examples: { answer: { items: [examples.tip], nextCursor: null } },
  },
  search: {
    method: 'GET',
    path: '/search',
    summary: 'Find tips and shared answers, best first',
    description: 'Never a question: only what is published, or what a coach gave to others.',
    query: shapes.searchQuery,
    body: null,
    answers: { 200: shapes.results },
    examples: { answer: { results: [examples.hit] } },
  },
} as const satisfies Record<string, Call>;
