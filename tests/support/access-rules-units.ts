import type { VerbName } from '#rooms/people/rights.ts';
import { mayKnock } from './access-rights.ts';
import type { Rule, Rules } from './access-rule.ts';

const shown: readonly VerbName[] = ['coachesHere', 'unitsHere'];

const unit = (verbs: readonly VerbName[], fields: Record<string, string> = {}): Rule => ({
  ...{ verbs, about: 'unit', namesPeople: true },
  send: () => fields,
});

export const unitRules: Rules = {
  '/diensten page': { verbs: shown, namesPeople: true },
  '/diensten/[unit] page': [
    unit([...shown, 'whoWouldHelp', 'nextDropIns']),
    { ...unit([...shown, 'whoWouldHelp']), query: '?neighbours=own' },
  ],
  '/diensten/[unit] action changeUnitNeighbours': unit(['changeUnitNeighbours'], { neighbours: 'default' }),
  '/diensten/[unit] action changeUnitClosing': unit(['changeUnitClosing'], { openOnClosingDays: 'true' }),
  '/diensten/[unit]/uren page': [
    unit(['changeUnitHours', 'unitsHere']),
    { ...unit(['changeUnitHours', 'unitsHere', 'whoWouldHelp']), query: '?which=inherit' },
  ],
  '/diensten/[unit]/uren action changeUnitHours': unit(['changeUnitHours'], { which: 'inherit' }),
  '/diensten/[unit]/coach page': {
    ...{ ...unit(['unitsHere']), also: ['peopleHere'] },
    then: (reader) => (mayKnock(reader.roles, ['giveRole']) ? 'opens' : 'refused'),
  },
  '/diensten/[unit]/coach action giveRole': {
    ...unit(['giveRole']),
    send: ({ town }) => ({ personId: town.personId('ann') }),
  },

  '/diensten/uren page': { verbs: ['changeDefaultHours', 'unitsHere'], namesUnits: true },
  '/diensten/uren action changeDefaultHours': {
    verbs: ['changeDefaultHours'],
    send: () => ({ 'day1-1-from': '08:00', 'day1-1-until': '17:00' }),
  },

  '/beheer/nummers page': { verbs: ['identifiersHere'] },
  '/beheer/nummers action changeIdentifiers': {
    verbs: ['changeIdentifiers'],
    send: () => ({ employerId: '', nis: '38025' }),
  },

  '/beheer/sluitingsdagen page': [
    { verbs: ['closingDaysHere'] },
    { verbs: ['closingDaysHere', 'closingWouldBe'], query: '?day=2027-05-07&name=Brug' },
  ],
  '/beheer/sluitingsdagen action addClosingDay': {
    verbs: ['addClosingDay'],
    send: (stage, { trial }) => ({ day: stage.freeDay(trial), name: 'Brug' }),
  },
  '/beheer/sluitingsdagen action removeClosingDay': {
    verbs: ['removeClosingDay'],
    send: async (stage, { trial }) => ({ day: await stage.closingDay(trial) }),
  },
};
