import { newId } from '#platform/ids.ts';
import type { VerbName } from '#rooms/people/rights.ts';
import {
  merging,
  outcomeOf,
  reads,
  relationsTo,
  takingBack,
  untying,
  withdrawing,
  type Act,
  type Question,
  type Reader,
} from './access-questions.ts';
import type { Fields, Outcome, Rule, Rules } from './access-rule.ts';
import type { Person } from './access-subjects.ts';
import { lure } from './access-workshop.ts';

type Then = (question: Question, reader: Reader) => Outcome;

const aboutQuestion = (verbs: readonly VerbName[], then: Then): Rule => ({
  ...{ verbs, about: 'question' },
  then: (reader, subject) => then(subject as Question, reader),
});

const isAsker: (question: Question, reader: Reader) => boolean = (question, reader) =>
  relationsTo(question, reader).includes('asker');

/** The page of a question is the asker's; that of whoever helps is another, and two that go together have one. */
const askersPage: Then = (question, reader) =>
  !reads(question, reader) ? 'hidden' : isAsker(question, reader) ? 'opens' : 'leads on';
const helpersPage: Then = (question, reader) => {
  if (!reads(question, reader)) return 'hidden';
  return isAsker(question, reader) || question.state === 'merged' ? 'leads on' : 'opens';
};

/** A page from which something is done, and what it is to whoever may not. */
const pageFor =
  (act: Act, otherwise: Outcome = 'refused'): Then =>
  (question, reader) => {
    const outcome = outcomeOf(act, question, reader);
    if (outcome === 'done') return 'opens';
    return outcome === 'hidden' ? 'hidden' : otherwise;
  };

const side = (verbs: readonly VerbName[], then: Then): Rule => ({
  ...aboutQuestion(['questionThread', ...verbs], then),
  isSide: true,
});

const send = (fieldsOf: (question: Question) => Fields): Pick<Rule, 'send'> => ({
  send: (_stage, { subject }) => fieldsOf(subject as Question),
});

const actOnQuestion = (
  act: Act & VerbName,
  fieldsOf: (question: Question) => Fields = () => ({}),
  then: Then = (question, reader) => outcomeOf(act, question, reader),
): Rule => ({ ...aboutQuestion([act], then), ...send(fieldsOf) });

const asked = { body: 'Hoe werkt de kraan?' };
const lists: readonly VerbName[] = ['listsForMe', 'questionsListed'];
const listed = (query?: string): Rule => ({ verbs: lists, also: ['questionsInShort'], query });
const noting = (way: string): Rule => ({
  verbs: ['noteQuestion'],
  send: ({ town }) => ({ ...asked, way, personId: town.personId('nele') }),
});
const askPage: readonly VerbName[] = ['urgentContacts', 'whoHelpsMe', 'whoMayHelpMe'];

export const questionRules: Rules = {
  '/vragen page': [
    listed(),
    ...['voor-mij', 'dienst', 'klaar', 'genoteerd', 'mijn'].map((list) => listed(`?lijst=${list}`)),
    ...['dienst', 'klaar', 'mijn'].map((list) => listed(`?lijst=${list}&zoek=${lure}`)),
  ],
  '/vragen/nieuw page': { verbs: askPage },
  '/vragen/nieuw action askQuestion': [
    { verbs: ['askQuestion'], send: () => asked },
    { verbs: ['askQuestion'], send: () => ({ ...asked, way: 'outside' }) },
    // Under cover only with a coach, who is somebody else.
    {
      ...{ verbs: ['askQuestion'], about: 'person', elsewhere: 'unusable' },
      then: ({ personId }, person) =>
        (person as Person).isCoach && person.id !== personId ? 'done' : 'unusable',
      send: (_stage, { subject }) => ({ ...asked, way: 'cover', coachId: subject?.id || newId() }),
    },
  ],
  // What is there already is shown before anything is asked.
  '/vragen/nieuw action look': {
    verbs: ['suggestAnswers', 'askQuestion'],
    then: () => 'opens',
    send: () => ({ body: `Waar ligt de ${lure}?` }),
  },
  '/vragen/lijkt-op POST': { verbs: ['suggestAnswers'], send: () => `Waar ligt de ${lure}?` },
  '/vragen/namens page': [
    { verbs: ['colleaguesNamed'], query: '?q=ma', namesPeople: true },
    { verbs: ['colleagueHere'], about: 'person', query: '?kies=[about]', namesPeople: true },
  ],
  '/vragen/namens action noteQuestion': ['mine', 'coach', 'solved'].map(noting),

  '/vragen/[question] page': aboutQuestion(['questionThread'], askersPage),
  '/vragen/[question]/andere-coach page': side(['otherCoaches'], pageFor('chooseCoach', 'leads on')),
  '/vragen/[question]/andere-coach action chooseCoach': actOnQuestion(
    'chooseCoach',
    ({ coach }) => ({ coachId: coach.id }),
    (question, reader) => {
      const outcome = outcomeOf('chooseCoach', question, reader);
      return outcome === 'done' && !question.coach.fits ? 'unusable' : outcome;
    },
  ),
  '/vragen/[question] action writeBack': actOnQuestion('writeBack', () => ({ body: 'Dank je wel.' })),
  '/vragen/[question] action closeAsAsker': actOnQuestion('closeAsAsker', () => ({ helped: 'true' })),
  '/vragen/[question] action tellIfAlone': actOnQuestion('tellIfAlone', () => ({ alone: 'true' })),

  '/vragen/[question]/helpen page': aboutQuestion(
    ['questionThread', 'helperSide', 'standardAnswersHere', 'suggestAnswers'],
    helpersPage,
  ),
  '/vragen/[question]/helpen action claimQuestion': actOnQuestion('claimQuestion'),
  '/vragen/[question]/helpen action answerQuestion': actOnQuestion('answerQuestion', () => ({
    body: 'In de kast.',
  })),
  '/vragen/[question]/helpen action sayComing': actOnQuestion('sayComing', () => ({ way: 'call' })),
  '/vragen/[question]/helpen action changeTheme': actOnQuestion('changeTheme', () => ({ theme: 'teams' })),
  '/vragen/[question]/helpen action passOn': actOnQuestion('passOn'),

  '/vragen/[question]/afronden page': side([], pageFor('closeAsHelper', 'leads on')),
  '/vragen/[question]/afronden action closeAsHelper': actOnQuestion('closeAsHelper'),
  '/vragen/[question]/afronden action undoClose': actOnQuestion('undoClose'),
  '/vragen/[question]/notitie page': side([], pageFor('writeNote')),
  '/vragen/[question]/notitie action writeNote': actOnQuestion('writeNote', () => ({ body: 'Bel eerst.' })),
  '/vragen/[question]/expert page': side(['expertsToAsk'], pageFor('callIn')),
  '/vragen/[question]/expert action callIn': actOnQuestion('callIn', () => ({ note: 'Weet jij het?' })),
  '/vragen/[question]/expert action stepBack': actOnQuestion('stepBack'),
  '/vragen/[question]/expert action withdrawCallIn': {
    ...aboutQuestion(['withdrawCallIn'], withdrawing),
    ...send(({ adviserId }) => ({ personId: adviserId ?? newId() })),
  },
  '/vragen/[question]/geven page': side(['helpersToGive'], pageFor('giveQuestion')),
  '/vragen/[question]/geven action giveQuestion': actOnQuestion('giveQuestion', ({ giveToId }) => ({
    personId: giveToId,
  })),
  '/vragen/[question]/geven action takeBack': aboutQuestion(['takeBack'], takingBack),
  '/vragen/[question]/herinner page': side(['reminderMoments'], pageFor('remindMe')),
  '/vragen/[question]/herinner action remindMe': actOnQuestion('remindMe', () => ({ when: 'tomorrow' })),
  '/vragen/[question]/herinner action cancelReminder': actOnQuestion('cancelReminder'),

  '/vragen/[question]/samenvoegen page': side(['questionsToMerge'], pageFor('lead', 'leads back')),
  '/vragen/[question]/samenvoegen action mergeQuestions': {
    ...aboutQuestion(['mergeQuestions'], merging),
    ...send(({ id, other }) => ({ from: other?.id ?? id })),
  },
  '/vragen/[question]/samenvoegen action undoMerge': {
    ...aboutQuestion(['undoMerge'], (question, reader) =>
      question.label === 'leading another' ? untying(question, reader) : 'hidden',
    ),
    ...send(({ label, tieId }) => ({ merge: label === 'leading another' ? tieId! : newId() })),
  },
  '/vragen/[question]/splitsen page': side([], pageFor('splitQuestion', 'leads back')),
  '/vragen/[question]/splitsen action splitQuestion': actOnQuestion(
    'splitQuestion',
    ({ moreId }) => ({ messages: moreId ?? newId() }),
    (question, reader) => {
      const outcome = outcomeOf('splitQuestion', question, reader);
      return outcome === 'done' && !question.moreId ? 'unusable' : outcome;
    },
  ),
  '/vragen/[question]/splitsen action undoSplit': {
    ...aboutQuestion(['undoSplit'], (question, reader) =>
      question.label === 'split off' ? untying(question, reader) : 'hidden',
    ),
    ...send(({ label, tieId }) => ({ split: label === 'split off' ? tieId! : newId() })),
  },
  '/vragen/[question]/delen page': side([], pageFor('releaseAnswer')),
  '/vragen/[question]/delen action releaseAnswer': actOnQuestion('releaseAnswer', () => ({
    title: 'Waar de kast staat',
    body: 'In de gang.',
  })),
};
