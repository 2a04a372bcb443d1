import type { VerbName } from '#rooms/people/rights.ts';
import { addDays, localDay } from '#platform/days.ts';
import { outcomeOf, type Question } from './access-questions.ts';
import type { Outcome, Rule, Rules } from './access-rule.ts';
import type { FollowUp, Guidance } from './access-subjects.ts';

/** A notebook is its coach's alone: to anybody else, whatever their role, it is not there. */
const notebook = (
  verbs: readonly VerbName[],
  done: 'opens' | 'done',
  fields: Rule['send'] = () => ({}),
): Rule => ({
  ...{ verbs, about: 'guidance', send: fields },
  then: (reader, subject) => ((subject as Guidance).coachId === reader.personId ? done : 'hidden'),
});

/** Only the two read of it; each has their own part in it. */
const ofTheTwo = (
  verb: VerbName,
  then: (isCoach: boolean) => Outcome,
  fields: Record<string, string> = {},
): Rule => ({
  ...{ verbs: [verb], about: 'followUp', send: () => fields },
  then: ({ personId }, subject) => {
    const { coachId, colleagueId } = subject as FollowUp;
    return [coachId, colleagueId].includes(personId) ? then(personId === coachId) : 'hidden';
  },
});
const coachs = (isCoach: boolean): Outcome => (isCoach ? 'done' : 'refused');
const colleagues = (isCoach: boolean): Outcome => (isCoach ? 'refused' : 'done');

const helpsByRole = { only: ['coach', 'expert'] } as const;
const moment = () => ({ heldOn: localDay(new Date()), note: 'Het lukt al beter.' });
const comeOn = () => addDays(localDay(new Date()), 20);

/** To whom one comes back: the asker of a question that one helps with, or anybody, for whoever helps by their role. */
const comingBack = (verb: VerbName, done: 'opens' | 'done'): [Rule, Rule] => [
  {
    ...{ verbs: [verb], about: 'question', query: '?vraag=[about]', isSide: true },
    then: (reader, subject) => {
      const outcome = outcomeOf('comeBack', subject as Question, reader);
      return outcome === 'done' ? done : outcome;
    },
    send: async (stage, { subject, trial }) => {
      if (!trial) await stage.endFollowUps();
      return { questionId: subject!.id, comeOn: comeOn() };
    },
  },
  {
    ...{ verbs: [verb], about: 'person', query: '?kies=[about]', namesPeople: true, ...helpsByRole },
    then: ({ personId }, { id }) => (id === personId ? 'unusable' : done),
    send: async (stage, { subject, trial }) => {
      if (!trial) await stage.endFollowUps();
      return { personId: subject!.id, comeOn: comeOn() };
    },
  },
];

const looking: Rule = { verbs: ['colleaguesNamed'], query: '?q=ma', namesPeople: true };
const member: Rule['send'] = ({ town }) => ({ personId: town.personId('arno') });

export const guidanceRules: Rules = {
  '/begeleiding page': { verbs: ['guidancesHere', 'followUpsForMe'] },
  '/begeleiding/nieuw page': { ...looking, verbs: ['startGuidance', 'colleaguesNamed'] },
  '/begeleiding/nieuw action startGuidance': {
    verbs: ['startGuidance'],
    send: ({ town }) => ({ personIds: town.personId('nele'), goal: 'Zelf mailen' }),
  },
  '/begeleiding/[guidance] page': notebook(['guidanceHere', 'followUpsIn'], 'opens'),
  '/begeleiding/[guidance] action noteMoment': notebook(['noteMoment'], 'done', moment),
  '/begeleiding/[guidance] action endGuidance': notebook(['endGuidance'], 'done'),
  '/begeleiding/[guidance] action resumeGuidance': notebook(['resumeGuidance'], 'done'),
  '/begeleiding/[guidance]/moment/[moment] page': notebook(['momentHere'], 'opens'),
  '/begeleiding/[guidance]/moment/[moment] action changeMoment': notebook(['changeMoment'], 'done', moment),
  '/begeleiding/[guidance]/wijzig page': notebook(['guidanceHere', 'colleaguesNamed'], 'opens'),
  '/begeleiding/[guidance]/wijzig action changeGuidance': notebook(['changeGuidance'], 'done', () => ({
    goal: 'Zelf bellen',
  })),
  '/begeleiding/[guidance]/wijzig action addToGuidance': notebook(['addToGuidance'], 'done', member),
  '/begeleiding/[guidance]/wijzig action takeFromGuidance': notebook(['takeFromGuidance'], 'done', member),

  '/ik-kom-terug/nieuw page': [looking, ...comingBack('followUpFor', 'opens')],
  '/ik-kom-terug/nieuw action proposeFollowUp': comingBack('proposeFollowUp', 'done'),
  '/ik-kom-terug/[followUp] page': ofTheTwo('followUpHere', () => 'opens'),
  '/ik-kom-terug/[followUp] action answerFollowUp': ofTheTwo('answerFollowUp', colleagues, { yes: 'yes' }),
  '/ik-kom-terug/[followUp] action withdrawFollowUp': ofTheTwo('withdrawFollowUp', coachs),
  '/ik-kom-terug/[followUp] action finishFollowUp': ofTheTwo('finishFollowUp', coachs),
};
