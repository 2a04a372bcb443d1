import { addDays, localDay } from '#platform/days.ts';
import type { VerbName } from '#rooms/people/rights.ts';
import type { Rule, Rules } from './access-rule.ts';
import { byHandRules } from './access-rules-by-hand.ts';
import { guidanceRules } from './access-rules-guidance.ts';
import { networkRules } from './access-networks.ts';
import { peopleRules } from './access-rules-people.ts';
import { questionRules } from './access-rules-questions.ts';
import { setUpRules } from './access-rules-set-up.ts';
import { startpathRules } from './access-rules-startpath.ts';
import { tipRules } from './access-rules-tips.ts';
import { unitRules } from './access-rules-units.ts';
import { welcomeRules } from './access-rules-welcome.ts';
import type { Person } from './access-subjects.ts';
import { lure } from './access-workshop.ts';

const around: readonly VerbName[] = ['organisationHere', 'waitingForMe', 'waitsForMe'];
const staffPage = (verbs: readonly VerbName[]): Rule => ({ verbs, about: 'import' });
const stream = { accept: 'text/event-stream' };

/** Every line of the route list that begins with /[organisation], without '/[organisation]'; data is as its page. */
export const rules: Rules = {
  ' page': {
    verbs: [
      ...around,
      'startpathOnStart',
      'startHere',
      'whoHelpsMe',
      'myPresence',
      'nextDropIns',
      'urgentContacts',
      'myWelcome',
    ],
    also: ['networksHere', 'setUpHere', 'coverage', 'longWaiting', 'newcomersHere', 'staffImportWaiting'],
  },
  '/meer page': { verbs: around },
  // The rights table itself.
  '/hulp page': { verbs: around },
  '/wat-we-bijhouden page': { verbs: around },
  // Only a demonstration has a letter box.
  '/post page': { verbs: ['demoMails'], then: () => 'hidden' },
  '/zoeken page': { verbs: ['search', 'coachesNamed', 'findQuestions'], query: `?q=${lure}` },
  // One's own news, for a page that is one's own: not for what is no stream, nor under the name of another.
  '/live GET': [
    { verbs: ['followNews'], then: () => 'no stream' },
    {
      ...{ verbs: ['followNews'], about: 'person', query: '?since=1&as=[about]', headers: stream },
      elsewhere: 'nothing',
      then: (reader, subject) => ((subject as Person).id === reader.personId ? 'opens' : 'nothing'),
    },
  ],
  ...questionRules,
  ...tipRules,
  ...startpathRules,
  ...guidanceRules,
  ...peopleRules,
  ...byHandRules,
  ...unitRules,
  ...networkRules,
  ...setUpRules,
  ...welcomeRules,

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
  '/personeelslijst/[import]/twijfel page': {
    ...staffPage(['staffImport']),
    isSide: true,
    namesPeople: true,
  },
  '/personeelslijst/[import]/twijfel action answerStaffDoubts': {
    ...staffPage(['answerStaffDoubts']),
    send: () => ({ answer: 'other' }),
  },
  '/personeelslijst/[import]/gestopt page': {
    ...staffPage(['staffImport']),
    isSide: true,
    namesPeople: true,
  },
  '/personeelslijst/[import]/gestopt action decideStaffEnding': {
    ...staffPage(['decideStaffEnding']),
    send: async ({ owner, town }) => {
      const { rows } = await owner.query<{ id: string }>(
        'select id from employer where organisation_id = $1',
        [town.id],
      );
      return { employerId: rows[0]!.id, ends: 'no', lastDay: addDays(localDay(new Date()), -3) };
    },
  },
  '/beheer page': { verbs: ['changeOrganisation', 'organisationHere'] },
  '/beheer action changeOrganisation': {
    verbs: ['changeOrganisation'],
    send: (stage) => ({ name: 'veurne', ictPhone: stage.ictPhone }),
  },
};
