import type { VerbName } from '#rooms/people/rights.ts';
import type { Role } from '#rooms/people/roles.ts';
import { outcomeOf, reads, relationsTo, type Act, type Question, type Reader } from './access-questions.ts';
import { readsTip } from './access-secrets.ts';
import { lure, type Kind, type Subject, type Tip } from './access-subjects.ts';
import type { Stage } from './access-stage.ts';

/** What may become of an attempt; what each is in HTTP stands in access-attempts.ts. */
export type Outcome = 'opens' | 'leads on' | 'done' | 'refused' | 'hidden' | 'taken' | 'sign in' | 'unusable';

export type Fields = Record<string, string | File>;

/** What is true of an address inside an organisation, for whoever works there. */
export type Rule = {
  /** Everything it asks of the rooms, whoever asks: a role needs the right to each. */
  verbs: readonly VerbName[];
  /** Of the roles that have the right, those that may use it so. */
  only?: readonly Role[];
  /** What it shows more, to whoever has the right. */
  also?: readonly VerbName[];
  /** What stands in the address, or in its query. */
  about?: Kind;
  /** Behind the address; '[about]' is the id of what it is about. */
  query?: string;
  /** What becomes of it, once the right is there; else a page opens, and an action is done. */
  then?: (reader: Reader, subject: Subject) => Outcome;
  /** What an action or a method is sent. */
  send?: (
    stage: Stage,
    sending: { subject?: Subject; trial: boolean },
  ) => Promise<Fields | string> | Fields | string;
  /** The page is about colleagues, and names them as such. */
  namesPeople?: boolean;
};

const aboutQuestion = (
  verbs: readonly VerbName[],
  then: (question: Question, reader: Reader) => Outcome,
): Rule => ({ verbs, about: 'question', then: (reader, subject) => then(subject as Question, reader) });

/** The page of a question is the asker's; that of whoever helps is another. */
const askersPage = (question: Question, reader: Reader): Outcome =>
  !reads(question, reader)
    ? 'hidden'
    : relationsTo(question, reader).includes('asker')
      ? 'opens'
      : 'leads on';
const helpersPage = (question: Question, reader: Reader): Outcome =>
  !reads(question, reader)
    ? 'hidden'
    : relationsTo(question, reader).includes('asker')
      ? 'leads on'
      : 'opens';
const sharingPage = (question: Question, reader: Reader): Outcome => {
  const outcome = outcomeOf('releaseAnswer', question, reader);
  return outcome === 'done' ? 'opens' : outcome;
};

const actOnQuestion = (act: Act, fields: Fields = {}): Rule => ({
  ...aboutQuestion([act], (question, reader) => outcomeOf(act, question, reader)),
  send: () => fields,
});

const tipPage = (then: (reads: boolean, checks: boolean) => Outcome, verbs: readonly VerbName[]): Rule => ({
  ...{ verbs, about: 'tip' },
  then: (reader, subject) =>
    then(
      readsTip(subject as Tip, reader),
      reader.roles.some((role) => ['coach', 'expert', 'coordinator'].includes(role)),
    ),
});
const tipFields = { title: `De ${lure} weer`, body: 'Zo gaat het.', theme: 'printing' };

const staffPage = (verbs: readonly VerbName[]): Rule => ({ verbs, about: 'import' });

/** Hours and absence are one's own to set; a coordinator and an administrator set anyone's. */
const arranging = (rule: Pick<Rule, 'verbs' | 'send'>, outcome: 'opens' | 'done'): Rule => ({
  ...{ ...rule, about: 'person', namesPeople: true },
  then: (reader, { id }) =>
    id === reader.personId || reader.roles.some((role) => ['coordinator', 'admin'].includes(role))
      ? outcome
      : 'refused',
});

/** Coaches, experts and trekkers are named by a coordinator; every other role by an administrator alone. */
const givesRole = (kind: 'trekker' | 'manager'): Rule => ({
  ...{ verbs: ['giveRole'], about: 'person', namesPeople: true },
  only: kind === 'trekker' ? undefined : ['admin'],
  send: () => ({ kind }),
});
const endsRole = (kind: 'trekker' | 'manager'): Rule => ({
  ...{ verbs: ['endRole'], about: 'person', namesPeople: true },
  then: ({ roles }) => (kind === 'trekker' || roles.includes('admin') ? 'done' : 'refused'),
  send: async (stage, { trial }) => ({ roleId: await stage.roleToEnd(kind, trial) }),
});

const helperFields = { place: 'loket 4', substituteId: '', alsoElsewhere: 'false' };
const around: readonly VerbName[] = ['organisationHere', 'waitingForMe'];

/** Every line of the route list that begins with /[organisation], without '/[organisation]'; data is as its page. */
export const rules: Record<string, Rule | Rule[]> = {
  ' page': { verbs: [...around, 'whoHelpsMe', 'myQuestions', 'questionsForMe', 'tipsHere'] },
  '/meer page': { verbs: around },
  // Only a demonstration has a letter box.
  '/post page': { verbs: ['demoMails'], then: () => 'hidden' },
  '/zoeken page': { verbs: ['search'], query: `?q=${lure}` },

  '/vragen page': { verbs: ['myQuestions', 'questionsForMe'], also: ['questionsInShort'] },
  '/vragen/nieuw page': { verbs: around },
  '/vragen/nieuw action askQuestion': {
    verbs: ['askQuestion'],
    send: () => ({ body: 'Hoe werkt de kraan?' }),
  },
  // What is there already is shown before anything is asked.
  '/vragen/nieuw action look': {
    verbs: ['suggestAnswers', 'askQuestion'],
    then: () => 'opens',
    send: () => ({ body: `Waar ligt de ${lure}?` }),
  },
  '/vragen/lijkt-op POST': { verbs: ['suggestAnswers'], send: () => `Waar ligt de ${lure}?` },
  '/vragen/[question] page': aboutQuestion(['questionThread'], askersPage),
  '/vragen/[question] action writeBack': actOnQuestion('writeBack', { body: 'Dank je wel.' }),
  '/vragen/[question] action closeAsAsker': actOnQuestion('closeAsAsker', { helped: 'true' }),
  '/vragen/[question] action tellIfAlone': actOnQuestion('tellIfAlone', { alone: 'true' }),
  '/vragen/[question]/helpen page': aboutQuestion(['questionThread', 'suggestAnswers'], helpersPage),
  '/vragen/[question]/helpen action claimQuestion': actOnQuestion('claimQuestion'),
  '/vragen/[question]/helpen action answerQuestion': actOnQuestion('answerQuestion', { body: 'In de kast.' }),
  '/vragen/[question]/helpen action passOn': actOnQuestion('passOn'),
  '/vragen/[question]/helpen action closeAsHelper': actOnQuestion('closeAsHelper'),
  '/vragen/[question]/delen page': aboutQuestion(['questionThread'], sharingPage),
  '/vragen/[question]/delen action releaseAnswer': actOnQuestion('releaseAnswer', {
    title: 'Waar de kast staat',
    body: 'In de gang.',
  }),
  '/antwoorden/[answer] page': { verbs: ['sharedAnswerHere'], about: 'answer' },
  '/antwoorden/[answer] action thisAnswerHelps': { verbs: ['thisAnswerHelps'], about: 'answer' },

  '/tips page': { verbs: ['tipsHere'] },
  '/tips/nieuw page': [
    { verbs: ['writeTip'] },
    {
      ...aboutQuestion(['questionThread'], (question, reader) =>
        reads(question, reader) ? 'opens' : 'hidden',
      ),
      query: '?question=[about]',
    },
  ],
  '/tips/nieuw action writeTip': { verbs: ['writeTip'], send: () => tipFields },
  '/tips/[tip] page': tipPage((reads) => (reads ? 'opens' : 'hidden'), ['tipHere']),
  '/tips/[tip] action thisTipHelps': tipPage((reads) => (reads ? 'done' : 'hidden'), ['thisTipHelps']),
  '/tips/[tip]/wijzig page': tipPage(
    (reads, checks) => (!reads ? 'hidden' : checks ? 'opens' : 'refused'),
    ['tipHere'],
  ),
  '/tips/[tip]/wijzig action changeTip': {
    ...{ verbs: ['changeTip'], about: 'tip' },
    send: () => ({ ...tipFields, status: 'published' }),
  },

  '/personeelslijst page': { verbs: ['staffImportWaiting', 'previewStaffList'] },
  '/personeelslijst action previewStaffList': {
    verbs: ['previewStaffList'],
    send: () => ({
      file: new File(['Personeelsnr;Naam;Voornaam;Dienst\r\n99;Maes;Nina;Archief'], 'lijst.csv'),
    }),
  },
  '/personeelslijst/[import] page': staffPage(['staffImport']),
  '/personeelslijst/[import] action dropStaffImport': staffPage(['dropStaffImport']),
  '/personeelslijst/[import] action applyStaffImport': {
    ...staffPage(['applyStaffImport']),
    send: async (stage, { subject }) => ({ fingerprint: await stage.fingerprintOf(subject) }),
  },

  '/mensen page': { verbs: ['peopleHere'], namesPeople: true },
  '/mensen/[person] page': { verbs: ['personHere'], about: 'person', namesPeople: true },
  '/mensen/[person] action giveRole': [givesRole('trekker'), givesRole('manager')],
  '/mensen/[person] action endRole': [endsRole('trekker'), endsRole('manager')],
  '/mensen/[person] action markAway': arranging({ verbs: ['markAway'] }, 'done'),
  '/mensen/[person] action endAbsence': arranging({ verbs: ['endAbsence'] }, 'done'),
  '/mensen/[person]/uren page': arranging({ verbs: ['helperHere'] }, 'opens'),
  '/mensen/[person]/uren action changeHelper': arranging(
    { verbs: ['changeHelper'], send: () => helperFields },
    'done',
  ),
  '/ik page': { verbs: ['mySelf'], namesPeople: true },
  '/ik action markAway': { verbs: ['markAway'] },
  '/ik action endAbsence': { verbs: ['endAbsence'] },
  '/ik/uren page': { verbs: ['helperHere'], namesPeople: true },
  '/ik/uren action changeHelper': { verbs: ['changeHelper'], send: () => helperFields },
  '/diensten page': { verbs: ['coachesHere', 'unitsHere'], namesPeople: true },
  '/diensten/[unit] page': { verbs: ['coachesHere', 'unitsHere'], about: 'unit', namesPeople: true },
  '/diensten/[unit] action changeUnitHours': {
    ...{ verbs: ['changeUnitHours'], about: 'unit' },
    send: () => ({ which: 'inherit' }),
  },
  '/beheer page': { verbs: ['changeOrganisation', 'organisationHere'] },
  '/beheer action changeOrganisation': {
    verbs: ['changeOrganisation'],
    send: (stage) => ({ name: 'veurne', ictPhone: stage.ictPhone }),
  },
};
