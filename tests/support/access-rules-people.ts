import type { VerbName } from '#rooms/people/rights.ts';
import type { Reader } from './access-questions.ts';
import { leavingFields, leavingPlanned } from './access-leaving.ts';
import { holdsAny, type Outcome, type Rule, type Rules } from './access-rule.ts';
import { dropInFields, type DropIn, type Person } from './access-subjects.ts';
import { postIn } from './access-visitors.ts';

const keepsRunning = holdsAny('coordinator', 'admin');

type Knows = (reader: Reader, person: Person) => Outcome;

const aboutPerson = (rule: Pick<Rule, 'verbs' | 'send' | 'only'>, then?: Knows): Rule => ({
  ...{ ...rule, about: 'person', namesPeople: true },
  then: then && ((reader, subject) => then(reader, subject as Person)),
});

/** Hours and place are one's own to set; a coordinator and an administrator set anyone's. */
const arranging =
  (outcome: 'opens' | 'done'): Knows =>
  (reader, { id }) =>
    id === reader.personId || keepsRunning(reader) ? outcome : 'refused';

/** Away and back also whoever stands in for them, and the manager of their unit or of one above. */
const sayingAway =
  (outcome: 'opens' | 'done'): Knows =>
  (reader, person) => {
    const { substituteIds, unitIds } = person;
    const leads = reader.managerOf.some((unitId) => unitIds.includes(unitId));
    const may = leads || (reader.personId !== '' && substituteIds.includes(reader.personId));
    return may ? outcome : arranging(outcome)(reader, person);
  };

/** What is said of an absence goes by whose it is, whoever stands in the address. */
const absence = (verb: 'changeAbsence' | 'cancelAbsence'): Rule => ({
  ...aboutPerson({ verbs: [verb] }, sayingAway('done')),
  send: async (stage, { subject, trial }) => ({ id: await stage.absenceOf(subject!.id, trial) }),
});
const ownAbsence = (verb: 'changeAbsence' | 'cancelAbsence'): Rule => ({
  verbs: [verb],
  send: async (stage, { visitor, trial }) => ({
    id: await stage.absenceOf(postIn(visitor, 'veurne')?.personId ?? '', trial),
  }),
});
const away: Rules = {
  markAway: aboutPerson({ verbs: ['markAway', 'goAway'] }, sayingAway('done')),
  changeAbsence: absence('changeAbsence'),
  cancelAbsence: absence('cancelAbsence'),
  endAbsence: aboutPerson({ verbs: ['endAbsence'] }, sayingAway('done')),
};
const awayAt = (address: string): Rules =>
  Object.fromEntries(Object.entries(away).map(([name, rule]) => [`${address} action ${name}`, rule]));

/** Coaches and experts have a card: it is theirs, a coordinator and an administrator may mend it. */
const isFound = (reader: Reader, { label, isCoach }: Person): boolean =>
  label === 'oneself' ? holdsAny('coach', 'expert')(reader) : isCoach;
const mending =
  (outcome: 'opens' | 'done'): Knows =>
  (reader, person) =>
    isFound(reader, person) ? arranging(outcome)(reader, person) : 'hidden';
const dropIn = (verb: VerbName, outcome: 'opens' | 'done'): Rule => ({
  ...{ verbs: [verb], about: 'dropIn' },
  then: (reader, subject) =>
    (subject as DropIn).coachId === reader.personId || keepsRunning(reader) ? outcome : 'refused',
  send: (_stage, { subject }) => ({ ...dropInFields(), id: subject!.id, everyWeeks: '1', place: 'loket 4' }),
});

/** Coaches, experts and trekkers are named by a coordinator; every other role by an administrator alone. */
const givesRole = (kind: 'trekker' | 'manager'): Rule => ({
  ...aboutPerson({ verbs: ['giveRole'] }),
  only: kind === 'trekker' ? undefined : ['admin'],
  send: () => ({ kind }),
});
const endsRole = (kind: 'trekker' | 'manager'): Rule => ({
  ...aboutPerson({ verbs: ['endRole'] }, ({ roles }) =>
    kind === 'trekker' || roles.includes('admin') ? 'done' : 'refused',
  ),
  send: async (stage, { trial }) => ({ roleId: await stage.roleToEnd(kind, trial) }),
});

const helperFields = { place: 'loket 4', substituteId: '', alsoElsewhere: 'false' };
/** Who keeps people right plans for anybody; whoever helps, that they stop themself. */
const leaving =
  (then: (helper: boolean) => Outcome): Knows =>
  (reader, person) => {
    const stops = person.id === reader.personId && holdsAny('coach', 'expert')(reader);
    return stops || holdsAny('coordinator', 'hr', 'admin')(reader)
      ? then(isFound(reader, person))
      : 'refused';
  };
const ownLeaving =
  (otherwise: Outcome): Rule['then'] =>
  (reader) =>
    holdsAny('coach', 'expert')(reader) ? 'done' : otherwise;

const helps = holdsAny('coach', 'expert', 'ict', 'coordinator', 'admin');
const led: readonly VerbName[] = ['whoHelpsMe', 'coverageToday'];

export const peopleRules: Rules = {
  '/mensen/[person] page': aboutPerson({ verbs: ['personHere'] }),
  '/mensen/[person] action giveRole': [givesRole('trekker'), givesRole('manager')],
  '/mensen/[person] action endRole': [endsRole('trekker'), endsRole('manager')],
  ...awayAt('/mensen/[person]'),
  '/mensen/[person]/uren page': aboutPerson({ verbs: ['helperHere'] }, arranging('opens')),
  '/mensen/[person]/uren action changeHelper': aboutPerson(
    { verbs: ['changeHelper'], send: () => helperFields },
    arranging('done'),
  ),

  '/mensen/[person]/vertrek page': aboutPerson(
    { verbs: ['leavingHere'] },
    leaving(() => 'opens'),
  ),
  '/mensen/[person]/vertrek action plan': aboutPerson(
    { verbs: ['planLeaving'], send: leavingFields },
    leaving((helper) => (helper ? 'done' : 'unusable')),
  ),
  '/mensen/[person]/vertrek action cancel': aboutPerson(
    { verbs: ['cancelLeaving'], send: (stage, { subject }) => leavingPlanned(stage, subject!.id) },
    leaving((helper) => (helper ? 'done' : 'taken')),
  ),
  '/ik/stoppen page': { verbs: ['leavingHere'], namesPeople: true },
  '/ik/stoppen action plan': {
    ...{ verbs: ['planLeaving'], send: leavingFields, then: ownLeaving('unusable') },
  },
  '/ik/stoppen action cancel': {
    ...{ verbs: ['cancelLeaving'], then: ownLeaving('taken') },
    send: (stage, { visitor }) => leavingPlanned(stage, postIn(visitor, 'veurne')?.personId ?? ''),
  },

  // Who helps where is no secret; first names for everybody.
  '/wie-helpt-waar page': ['', '?beeld=kaart'].map((query) => ({
    ...{ verbs: led, also: ['coverage'], query, namesUnits: true },
  })),
  // Somebody who stands in the chain of one's unit, and not oneself.
  '/wie-helpt-waar action notFound': {
    ...aboutPerson({ verbs: ['tellNotFound'] }, ({ personId }, { isCoach, id }) =>
      isCoach && id !== personId ? 'done' : 'hidden',
    ),
    send: (_stage, { subject }) => ({ personId: subject!.id }),
  },
  '/wie-helpt-waar/[person] page': aboutPerson({ verbs: ['awayHere'] }, sayingAway('opens')),
  ...awayAt('/wie-helpt-waar/[person]'),

  '/wie-helpt-waar/vandaag page': { verbs: ['coachesToday'], namesPeople: true },
  '/wie-helpt-waar/vandaag action markAwayToday': {
    ...aboutPerson({ verbs: ['markAwayToday'] }, sayingAway('done')),
    send: (_stage, { subject }) => ({ personIds: subject!.id }),
  },
  '/wie-helpt-waar/vandaag action endAbsence': {
    ...aboutPerson({ verbs: ['endAbsence'] }, sayingAway('done')),
    send: (_stage, { subject }) => ({ personId: subject!.id }),
  },

  '/coaches page': { verbs: ['helpersHere'], also: ['isInNetwork'] },
  '/coaches/[person] page': {
    ...aboutPerson({ verbs: ['coachCard'] }, (reader, person) =>
      isFound(reader, person) ? 'opens' : 'hidden',
    ),
    also: ['whoHelpsMe'],
    namesPeople: false,
  },
  '/coaches/[person]/kaart page': {
    ...aboutPerson({ verbs: ['cardHere'] }, mending('opens')),
    also: ['myNetworkCards'],
  },
  '/coaches/[person]/kaart action changeCard': aboutPerson(
    { verbs: ['changeCard'], send: () => ({ place: 'loket 4' }) },
    mending('done'),
  ),
  '/coaches/[person]/inloop page': aboutPerson({ verbs: ['dropInsHere', 'cardHere'] }, mending('opens')),
  '/coaches/[person]/inloop action addDropIn': aboutPerson(
    {
      verbs: ['addDropIn'],
      send: () => ({ ...dropInFields(), everyWeeks: '0', place: 'loket 4' }),
    },
    mending('done'),
  ),
  '/coaches/[person]/inloop action endDropIn': dropIn('endDropIn', 'done'),
  '/coaches/[person]/inloop action resumeDropIn': dropIn('resumeDropIn', 'done'),
  '/coaches/[person]/inloop/[dropIn] page': dropIn('dropInsHere', 'opens'),
  '/coaches/[person]/inloop/[dropIn] action changeDropIn': dropIn('changeDropIn', 'done'),

  '/ik page': { verbs: ['mySelf', 'myPresence', 'myLeaving', 'awayHere', 'standsWithMe'], namesPeople: true },
  '/ik/kaart page': { verbs: [], then: () => 'leads on' },
  '/ik/inloop page': { verbs: [], then: () => 'leads on' },
  '/ik action markAway': { verbs: ['goAway'] },
  '/ik action endAbsence': { verbs: ['endAbsence'] },
  '/ik action changeAbsence': [ownAbsence('changeAbsence'), absence('changeAbsence')],
  '/ik action cancelAbsence': [ownAbsence('cancelAbsence'), absence('cancelAbsence')],
  '/ik action pause': {
    ...{ verbs: ['pauseHelp'], then: (reader) => (helps(reader) ? 'done' : 'refused') },
    send: () => ({ minutes: '30' }),
  },
  '/ik action resume': { verbs: ['resumeHelp'] },
  '/ik action here': { verbs: ['iAmHere'] },
  '/ik/uren page': { verbs: ['helperHere'], namesPeople: true },
  '/ik/uren action changeHelper': { verbs: ['changeHelper'], send: () => helperFields },
};
