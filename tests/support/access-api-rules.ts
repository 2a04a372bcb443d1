import type { VerbName } from '#rooms/people/rights.ts';
import type { ApiOutcome, ApiRule } from './access-api.ts';
import { outcomeOf, reads, relationsTo, type Act, type Question, type Reader } from './access-questions.ts';
import { readsTip } from './access-secrets.ts';
import type { Problem, Tip } from './access-subjects.ts';
import { lure } from './access-workshop.ts';

const nobodyAlone = { alone: [] };
const checksTips = ['coach', 'expert', 'coordinator', 'service'];

type Then = (question: Question, reader: Reader) => ApiOutcome;

const aboutQuestion = (verbs: readonly VerbName[], then: Then): ApiRule => ({
  ...{ verbs: ['questionThread', ...verbs], about: 'question', ...nobodyAlone },
  then: (reader, subject) => then(subject as Question, reader),
});
const isAsker: (question: Question, reader: Reader) => boolean = (question, reader) =>
  relationsTo(question, reader).includes('asker');

const helping = (act: Act & VerbName, send: ApiRule['send'] = {}): ApiRule => ({
  ...aboutQuestion([act], (question, reader) => outcomeOf(act, question, reader)),
  ...{ changes: true, send },
});

/** From the asker it is a reply, from anybody else an answer, unless it says what it is. */
const message = (act: 'writeNote' | 'sayComing' | null, send: Record<string, unknown>): ApiRule => ({
  ...aboutQuestion(['writeBack', 'answerQuestion'], (question, reader) =>
    outcomeOf(act ?? (isAsker(question, reader) ? 'writeBack' : 'answerQuestion'), question, reader),
  ),
  send,
});

/** Who asked says how it went, once there was an answer; of what nobody answered there is nothing to say. */
const closing: Then = (question, reader) => {
  if (!isAsker(question, reader)) return outcomeOf('closeAsHelper', question, reader);
  const outcome = outcomeOf('closeAsAsker', question, reader);
  return outcome === 'done' && ['answered', 'closed'].includes(question.state) ? 'unusable' : outcome;
};

const onProblem = (act: VerbName, send: Record<string, unknown>): ApiRule => ({
  ...{ verbs: [act, 'problemHere'], about: 'problem', ...nobodyAlone, changes: true, send },
  then: (_reader, subject) => ((subject as Problem).isOver ? 'taken' : 'done'),
});

/** Every line of the route list below '/api/v1/[organisation]', without that. */
export const apiRules: Record<string, ApiRule | ApiRule[]> = {
  '/questions GET': { verbs: ['questionsISee'], alone: ['coordinator'], pages: true },
  '/questions POST': [
    {
      ...{ verbs: ['askQuestion', 'questionThread'], ...nobodyAlone },
      send: { body: 'Hoe werkt de kraan?' },
    },
    {
      ...{ verbs: ['askQuestion', 'questionThread'], ...nobodyAlone },
      send: { body: 'Hoe werkt de kraan?', way: 'outside' },
    },
    // What is under cover stays with whom it was said to.
    {
      ...{ verbs: ['askQuestion', 'questionThread'], ...nobodyAlone, isUnreadable: true },
      send: { body: 'Hoe werkt de kraan?', way: 'cover' },
    },
  ],
  '/questions/[id] GET': aboutQuestion([], (question, reader) =>
    reads(question, reader) ? 'opens' : 'hidden',
  ),
  '/questions/[id]/messages POST': [
    message(null, { body: 'In de kast.' }),
    message('writeNote', { body: 'Bel eerst.', kind: 'note' }),
    message('sayComing', { kind: 'call' }),
  ],
  '/questions/[id]/claim POST': helping('claimQuestion'),
  '/questions/[id]/pass-on POST': helping('passOn'),
  '/questions/[id]/give POST': helping('giveQuestion', (subject) => ({ to: (subject as Question).giveToId })),
  '/questions/[id]/close POST': {
    ...aboutQuestion(['closeAsAsker', 'closeAsHelper', 'tellIfAlone'], closing),
    ...{ changes: true, send: {} },
  },
  '/problems GET': { verbs: ['problemsHere'] },
  '/problems POST': {
    ...{ verbs: ['publishProblem', 'problemHere'], ...nobodyAlone },
    send: { line: 'De kraan drupt', category: 'printing' },
  },
  '/problems/[id]/end POST': onProblem('endProblem', { outcome: 'Het is opgelost.' }),
  '/problems/[id]/me-too POST': [onProblem('meToo', {}), onProblem('notMeToo', { has: false })],
  '/search GET': ['all', 'problems'].map((kind) => ({
    ...{ verbs: ['search', 'externalIdsOf'], query: { q: lure, kind } },
  })),
  '/tips GET': { verbs: ['tipsHere'], pages: true },
  '/tips POST': {
    ...{ verbs: ['writeTip', 'tipHere'], alone: checksTips },
    send: { title: `De ${lure} weer`, body: 'Zo gaat het.', category: 'printing' },
  },
  '/tips/[id] GET': {
    ...{ verbs: ['tipHere'], about: 'tip' },
    then: (reader, subject) => (readsTip(subject as Tip, reader) ? 'opens' : 'hidden'),
  },
  '/tips/[id]/works-for POST': {
    ...{ verbs: ['thisTipWorks', 'tipHere'], about: 'tip', ...nobodyAlone, changes: true },
    then: (reader, subject) => {
      const tip = subject as Tip;
      if (!readsTip(tip, reader)) return 'hidden';
      return tip.isDraft || tip.authorId === reader.personId ? 'refused' : 'done';
    },
    send: { works: true },
  },
  '/people GET': { verbs: ['peopleListed'], namesPeople: true },
  '/units GET': { verbs: ['unitsHere'], namesUnits: true },
  '/coverage GET': { verbs: ['coverageOf'], about: 'unit', query: { unit: '[about]' } },
};
