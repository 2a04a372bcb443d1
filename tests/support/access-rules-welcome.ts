import { newId } from '#platform/ids.ts';
import type { VerbName } from '#rooms/people/rights.ts';
import { holdsAny, type Rule, type Rules } from './access-rule.ts';

const keepsWelcome = holdsAny('hr', 'coordinator', 'admin');
const itemFields = { sentence: 'De printer werkt.', doer: 'self', groups: 'desk' };

const aboutItem = (verb: VerbName, send?: Rule['send']): Rule => ({
  ...{ verbs: [verb], about: 'welcomeItem', send },
});

/** A step that HR does, of somebody in another unit than those who try: for who welcomes people. */
const tick: Rule = {
  ...{ verbs: ['tickWelcomeStep'], about: 'welcomeStep', namesPeople: true },
  send: (_stage, { subject }) => ({ step: subject!.id, done: 'true' }),
  then: (reader) => (keepsWelcome(reader) ? 'done' : 'hidden'),
};

export const welcomeRules: Rules = {
  '/onthaal page': { verbs: ['newcomersHere'], namesPeople: true, namesUnits: true },
  '/onthaal action welcomeNewcomers': {
    ...{ verbs: ['welcomeNewcomers'], about: 'person', namesPeople: true },
    send: (_stage, { subject }) => ({ personIds: subject!.id }),
  },
  // Of nobody.
  '/onthaal action takeBackWelcome': {
    ...{ verbs: ['takeBackWelcome'], then: () => 'hidden' },
    send: () => ({ personId: newId() }),
  },
  '/onthaal/[person] page': { verbs: ['welcomeOf'], about: 'person', namesPeople: true, namesUnits: true },
  '/onthaal/[person] action tick': tick,
  // Who was welcomed is a newcomer, and no coach.
  '/onthaal/[person] action setAsideNewcomer': {
    ...{ verbs: ['setAsideNewcomer'], about: 'welcomeStep', then: () => 'taken' },
  },
  '/onthaal/[person] action nameBuddy': {
    ...{ verbs: ['nameBuddy'], about: 'welcomeStep', then: () => 'hidden' },
    send: () => ({ buddyId: newId() }),
  },
  '/onthaal/kaarten page': [
    { verbs: ['welcomeCards'], namesPeople: true, namesUnits: true },
    {
      ...{ verbs: ['welcomeCards'], about: 'person', query: '?persoon=[about]' },
      ...{ namesPeople: true, namesUnits: true },
    },
  ],
  '/onthaal/lijst page': { verbs: ['welcomeListHere'] },
  '/onthaal/lijst action ownWelcomeList': { verbs: ['ownWelcomeList'] },
  '/onthaal/lijst action exampleWelcomeList': { verbs: ['exampleWelcomeList'] },
  '/onthaal/lijst action addWelcomeItem': { verbs: ['addWelcomeItem'], send: () => itemFields },
  '/onthaal/lijst action restoreWelcomeItem': aboutItem('restoreWelcomeItem', (_stage, { subject }) => ({
    item: subject!.id,
  })),
  '/onthaal/lijst/[item] page': aboutItem('welcomeItemHere'),
  '/onthaal/lijst/[item] action changeWelcomeItem': aboutItem('changeWelcomeItem', () => itemFields),
  '/onthaal/lijst/[item] action moveWelcomeItem': aboutItem('moveWelcomeItem', () => ({ way: 'up' })),
  '/onthaal/lijst/[item] action removeWelcomeItem': aboutItem('removeWelcomeItem'),

  '/ik/onthaal page': { verbs: ['myWelcome'] },
  '/ik/onthaal action tick': tick,
};
