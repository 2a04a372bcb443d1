import type { VerbName } from '#rooms/people/rights.ts';
import { outcomeOf, reads, type Question, type Reader } from './access-questions.ts';
import { holdsAny, type Outcome, type Rule, type Rules } from './access-rule.ts';
import { readsStandardAnswer, readsTip } from './access-secrets.ts';
import type { Problem, StandardAnswer, Tip } from './access-subjects.ts';
import { lure } from './access-workshop.ts';

const checks = holdsAny('coach', 'expert', 'coordinator');
const isAuthor = (tip: Tip, { personId }: Reader) => tip.authorId === personId;
/** Whoever checks, and whoever wrote it, who also keeps it. */
const keeps = (tip: Tip, reader: Reader) => checks(reader) || isAuthor(tip, reader);

const tipRule = (
  verb: VerbName,
  done: 'opens' | 'done',
  then: (tip: Tip, reader: Reader) => boolean | Outcome = () => true,
): Rule => ({
  ...{ verbs: [verb], about: 'tip' },
  then: (reader, subject) => {
    const tip = subject as Tip;
    if (!readsTip(tip, reader)) return 'hidden';
    const may = then(tip, reader);
    return typeof may === 'string' ? may : may ? done : 'refused';
  },
});

/** A move along the states: who may, and from what. */
const moves = (
  move: string,
  who: (tip: Tip, reader: Reader) => boolean,
  from: (tip: Tip) => boolean,
): Rule => ({
  ...tipRule('moveTip', 'done', (tip, reader) => who(tip, reader) && (from(tip) || 'taken')),
  send: () => ({ move, word: 'Kijk nog eens.' }),
});

const tipFields = { title: `De ${lure} weer`, body: 'Zo gaat het.', theme: 'printing' };
const lists: readonly VerbName[] = ['tipsHere', 'tipsWaitingForMe', 'tipApplications'];

const standardRule = (verb: VerbName, done: 'opens' | 'done'): Rule => ({
  ...{ verbs: [verb], about: 'standardAnswer' },
  then: (reader, subject) => {
    const answer = subject as StandardAnswer;
    if (!readsStandardAnswer(answer, reader)) return 'hidden';
    if (done === 'opens' || answer.ownerId) return done;
    // Those of everybody are kept by the coordinator.
    return holdsAny('coordinator')(reader) ? done : 'refused';
  },
  send: (_stage, { subject }) => ({ id: subject!.id, title: 'Weer', body: 'Zo.' }),
});

const problemRule = (verb: VerbName): Rule => ({
  ...{ verbs: [verb], about: 'problem' },
  then: (_reader, subject) => ((subject as Problem).isOver ? 'taken' : 'done'),
  send: () => ({ outcome: 'Het is opgelost.' }),
});
const problemFields = { line: 'De kraan drupt', theme: 'printing' };

export const tipRules: Rules = {
  '/tips page': [
    { verbs: lists },
    { verbs: [...lists, 'tipsLike'], query: `?q=${lure}` },
    ...['draft', 'expired'].map((status): Rule => ({ verbs: lists, query: `?stand=${status}` })),
  ],
  '/tips/nieuw page': [
    { verbs: ['writeTip', 'unitsHere'], namesUnits: true },
    {
      ...{ verbs: ['questionThread'], about: 'question', query: '?question=[about]', namesUnits: true },
      ...{
        isSide: true,
        then: (reader, subject) => (reads(subject as Question, reader) ? 'opens' : 'hidden'),
      },
    },
  ],
  '/tips/nieuw action writeTip': { verbs: ['writeTip'], send: () => tipFields },
  '/tips/[tip] page': tipRule('tipHere', 'opens'),
  '/tips/[tip] action thisTipHelps': tipRule('thisTipHelps', 'done'),
  '/tips/[tip] action thisTipWorks': {
    ...tipRule('thisTipWorks', 'done', (tip, reader) => !tip.isDraft && !isAuthor(tip, reader)),
    send: () => ({ works: 'true' }),
  },
  '/tips/[tip] action moveTip': [
    moves(
      'check',
      (_tip, reader) => checks(reader),
      (tip) => tip.isDraft,
    ),
    moves(
      'send_back',
      (_tip, reader) => checks(reader),
      (tip) => tip.isDraft,
    ),
    moves(
      'publish',
      (_tip, reader) => checks(reader),
      (tip) => tip.isDraft,
    ),
    moves('doubt', keeps, (tip) => !tip.isDraft),
    moves('confirm', keeps, () => false),
    moves('expire', keeps, () => true),
    moves('restore', keeps, () => false),
  ],
  '/tips/[tip]/versies page': tipRule('tipVersions', 'opens', keeps),
  '/tips/[tip]/versies/[version] page': tipRule('tipVersions', 'opens', keeps),
  '/tips/[tip]/versies/[version] action putBackTip': {
    ...tipRule('putBackTip', 'done', keeps),
    send: async (stage, { subject }) => ({ edition: await stage.editionOf(subject) }),
  },
  '/tips/[tip]/wijzig page': {
    ...tipRule('tipHere', 'opens', keeps),
    ...{ also: ['tipKeepers'], namesUnits: true },
  },
  '/tips/[tip]/wijzig action changeTip': {
    ...tipRule('changeTip', 'done', keeps),
    send: async (stage, { subject }) => ({ ...tipFields, edition: await stage.editionOf(subject) }),
  },
  '/antwoorden/[answer] page': { verbs: ['sharedAnswerHere'], about: 'answer' },
  '/antwoorden/[answer] action thisAnswerHelps': { verbs: ['thisAnswerHelps'], about: 'answer' },

  // One's own are one's own, whatever the role; those of the coordinator are for everybody.
  '/standaardantwoorden page': { verbs: ['standardAnswersHere'] },
  '/standaardantwoorden action writeStandardAnswer': [
    { verbs: ['writeStandardAnswer'], send: () => ({ title: 'Kort', body: 'Zo.' }) },
    {
      ...{ verbs: ['writeStandardAnswer'], only: ['coordinator'] },
      send: () => ({ title: 'Kort', body: 'Zo.', shared: 'true' }),
    },
  ],
  '/standaardantwoorden action removeStandardAnswer': standardRule('removeStandardAnswer', 'done'),
  '/standaardantwoorden action restoreStandardAnswer': standardRule('restoreStandardAnswer', 'done'),
  '/standaardantwoorden/[answer] page': standardRule('standardAnswerHere', 'opens'),
  '/standaardantwoorden/[answer] action changeStandardAnswer': standardRule('changeStandardAnswer', 'done'),

  '/bekende-problemen page': { verbs: ['problemsHere'] },
  '/bekende-problemen/nieuw page': { verbs: ['publishProblem'] },
  '/bekende-problemen/nieuw action publishProblem': [
    { verbs: ['publishProblem'], send: () => problemFields },
    {
      ...{ verbs: ['publishProblem'], about: 'question' },
      then: (reader, subject) => outcomeOf('publishFrom', subject as Question, reader),
      send: (_stage, { subject }) => ({ ...problemFields, questionId: subject!.id }),
    },
  ],
  '/bekende-problemen/[problem] page': { verbs: ['problemHere'], about: 'problem' },
  '/bekende-problemen/[problem] action meToo': problemRule('meToo'),
  '/bekende-problemen/[problem] action notMeToo': problemRule('notMeToo'),
  '/bekende-problemen/[problem] action endProblem': problemRule('endProblem'),
};
