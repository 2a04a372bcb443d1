import type * as v from 'valibot';
import { examples } from './examples.ts';
import { noQuery, personQuery } from './shapes/parts.ts';
import * as people from './shapes/people.ts';
import * as problems from './shapes/problems.ts';
import * as questions from './shapes/questions.ts';
import * as found from './shapes/search.ts';
import * as tips from './shapes/tips.ts';

/** One thing that can be asked of the API: what its handler reads and answers, and what its page says. */
export type Call = {
  readonly method: 'GET' | 'POST';
  /** Below /api/v1/{organisation}. */
  readonly path: string;
  readonly summary: string;
  readonly description: string;
  readonly query: v.GenericSchema;
  /** What it names may not be there (404), although its path has no id. */
  readonly mayBeUnknown?: boolean;
  readonly body: v.GenericSchema | null;
  readonly answers: Partial<Record<200 | 201, v.GenericSchema>>;
  readonly examples: { readonly query?: string; readonly body?: unknown; readonly answer: unknown };
};

/** A thing that whoever helps does with a question, which is answered with the question as it is then. */
const helping = { method: 'POST', query: noQuery, answers: { 200: questions.question } } as const;

/** Every call there is. The handlers take theirs from here, and so does openapi.json. */
export const calls = {
  askQuestion: {
    method: 'POST',
    path: '/questions',
    summary: 'Ask a question',
    description:
      'It goes at once to whoever helps this person first, or to the coach that was chosen, who hears of it. Under cover is not for programs.',
    query: noQuery,
    body: questions.newQuestion,
    answers: { 201: questions.question },
    examples: { body: examples.newQuestion, answer: examples.question },
  },
  listQuestions: {
    method: 'GET',
    path: '/questions',
    summary: 'The questions a person may read, newest first',
    description:
      'Without onBehalfOf a token of the role coordinator gets the open ones in short (unit, category, state, day), oldest first. Never one under cover.',
    query: questions.questionsQuery,
    body: null,
    answers: { 200: questions.pageOfQuestions },
    examples: {
      query: examples.forAsker,
      answer: { items: [examples.questionInList], nextCursor: null },
    },
  },
  readQuestion: {
    method: 'GET',
    path: '/questions/{id}',
    summary: 'One question with all that was said',
    description: 'Reading it through the API does not mark it as seen.',
    query: personQuery,
    body: null,
    answers: { 200: questions.question },
    examples: { query: examples.forAsker, answer: examples.question },
  },
  writeMessage: {
    method: 'POST',
    path: '/questions/{id}/messages',
    summary: 'Answer, write back, say that you call or come, or note something for who helps',
    description:
      'From whoever asked it is a reply, and with stuck the question waits again; from anybody else who may it is an answer, unless kind says otherwise.',
    query: noQuery,
    body: questions.newMessage,
    answers: { 201: questions.message },
    examples: { body: examples.newMessage, answer: examples.message },
  },
  claimQuestion: {
    ...helping,
    path: '/questions/{id}/claim',
    summary: 'Say that this helper is at it',
    description: 'For whoever has it, and the coaches of its unit while it waits.',
    body: questions.byHelper,
    examples: { body: examples.byHelper, answer: examples.question },
  },
  passOn: {
    ...helping,
    path: '/questions/{id}/pass-on',
    summary: 'Pass it on to whoever comes next',
    description: 'For whoever has it.',
    body: questions.byHelper,
    examples: { body: examples.byHelper, answer: examples.question },
  },
  giveQuestion: {
    ...helping,
    path: '/questions/{id}/give',
    summary: 'Give it to a helper by name',
    description: 'For whoever has it. It waits for that one, and in silence moves on as always.',
    body: questions.giving,
    examples: { body: examples.giving, answer: examples.question },
  },
  closeQuestion: {
    ...helping,
    path: '/questions/{id}/close',
    summary: 'Close it',
    description:
      'For whoever asked, with what helped and alone say; and for the helper who has it, without them. What nobody answered yet is withdrawn.',
    body: questions.closing,
    examples: { body: examples.closing, answer: examples.question },
  },
  listProblems: {
    method: 'GET',
    path: '/problems',
    summary: 'What is broken now, the newest first',
    description: 'The known problems that last.',
    query: people.listQuery,
    body: null,
    answers: { 200: problems.pageOfProblems },
    examples: { answer: { items: [examples.knownProblem], nextCursor: null } },
  },
  publishProblem: {
    method: 'POST',
    path: '/problems',
    summary: 'Tell everybody what is broken',
    description: 'For coaches, experts, ICT and coordinators. Never from what was asked under cover.',
    query: noQuery,
    body: problems.newProblem,
    answers: { 201: problems.knownProblem },
    examples: { body: examples.newProblem, answer: examples.knownProblem },
  },
  endProblem: {
    method: 'POST',
    path: '/problems/{id}/end',
    summary: 'It is over, and how',
    description: 'For whoever may publish one. Whoever has it too hears of it.',
    query: noQuery,
    body: problems.ending,
    answers: { 200: problems.knownProblem },
    examples: { body: examples.ending, answer: examples.endedProblem },
  },
  haveProblemToo: {
    method: 'POST',
    path: '/problems/{id}/me-too',
    summary: 'Somebody has it too, or no longer',
    description: 'They hear when it is solved. Nobody else learns who, or how many. Twice is once.',
    query: noQuery,
    body: problems.meToo,
    answers: { 200: problems.knownProblem },
    examples: { body: examples.byAsker, answer: { ...examples.knownProblem, isFollowed: true } },
  },
  writeTip: {
    method: 'POST',
    path: '/tips',
    summary: 'Write a tip, or bring it up to date',
    description: 'With an externalId that is known the tip that has it is changed: 200 instead of 201.',
    query: noQuery,
    body: tips.newTip,
    answers: { 201: tips.tip, 200: tips.tip },
    examples: { body: examples.newTip, answer: examples.tip },
  },
  listTips: {
    method: 'GET',
    path: '/tips',
    summary: 'Tips, newest first',
    description: 'Those that the token, or the person it acts for, may see.',
    query: tips.tipsQuery,
    body: null,
    answers: { 200: tips.pageOfTips },
    examples: { answer: { items: [examples.tip], nextCursor: null } },
  },
  readTip: {
    method: 'GET',
    path: '/tips/{id}',
    summary: 'One tip',
    description: 'If the token, or the person it acts for, may see it.',
    query: tips.tipQuery,
    body: null,
    answers: { 200: tips.tip },
    examples: { answer: examples.tip },
  },
  tipWorks: {
    method: 'POST',
    path: '/tips/{id}/works-for',
    summary: 'It works for somebody, or no longer',
    description:
      'Of what they may read and did not write. Once a person; only the number is known to others.',
    query: noQuery,
    body: tips.working,
    answers: { 200: tips.tip },
    examples: { body: examples.working, answer: { ...examples.tip, worksFor: 1 } },
  },
  search: {
    method: 'GET',
    path: '/search',
    summary: 'Find tips, shared answers and known problems, best first',
    description: 'Never a question: only what is published, or what a coach gave to others.',
    query: found.searchQuery,
    body: null,
    answers: { 200: found.results },
    examples: { query: '?q=folder+share', answer: { results: [examples.hit] } },
  },
  listPeople: {
    method: 'GET',
    path: '/people',
    summary: 'Who works here today',
    description: 'For tokens of the roles service, coordinator, hr and admin. In the order of their ids.',
    query: people.listQuery,
    body: null,
    answers: { 200: people.pageOfPeople },
    examples: { answer: { items: [examples.person], nextCursor: null } },
  },
  listUnits: {
    method: 'GET',
    path: '/units',
    summary: 'The units of the organisation',
    description: 'A tree, told by parentId. In the order of their ids.',
    query: people.listQuery,
    body: null,
    answers: { 200: people.pageOfUnits },
    examples: { answer: { items: [examples.unit], nextCursor: null } },
  },
  readCoverage: {
    method: 'GET',
    path: '/coverage',
    summary: 'Who would help a unit at a moment, and from when they are there',
    description: 'Never why somebody is not there, nor for whom somebody stands in.',
    query: people.coverageQuery,
    mayBeUnknown: true,
    body: null,
    answers: { 200: people.coverage },
    examples: { query: examples.ofUnit, answer: examples.coverage },
  },
} as const satisfies Record<string, Call>;
