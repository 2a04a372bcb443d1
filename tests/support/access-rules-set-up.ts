import type { Rules } from './access-rule.ts';

export const setUpRules: Rules = {
  '/inrichten page': { verbs: ['setUpHere', 'unitsToCoach', 'peopleHere'] },
  '/inrichten action markSetUpStep': {
    verbs: ['markSetUpStep'],
    send: () => ({ step: 'mail', mark: 'skipped' }),
  },
  // The code stands in the answer itself.
  '/inrichten action continueElsewhere': { verbs: ['continueElsewhere'], then: () => 'opens' },
  '/inrichten/digicoaches page': { verbs: ['unitsToCoach'], namesPeople: true, namesUnits: true },
  '/inrichten/digicoaches action nameCoaches': {
    ...{ verbs: ['nameCoaches'], about: 'unit' },
    send: ({ town }, { subject }) => ({ coach: `${subject?.id}:${town.personId('ann')}` }),
  },
  '/inrichten/mail page': { verbs: ['mailHere'] },
  '/inrichten/mail action testMail': { verbs: ['testMail'] },
};
