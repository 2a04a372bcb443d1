// Asking and helping, tips and known problems: of the rooms helpline and tips.
import { m } from '#messages';
import type { RightGroup } from './group.ts';

export const helpingRights: readonly RightGroup[] = [
  {
    title: m.people_right_ask,
    note: m.people_right_ask_note,
    verbs: [
      ...(['startHere', 'suggestAnswers', 'urgentContacts', 'askQuestion', 'whoMayHelpMe'] as const),
      ...(['otherCoaches', 'chooseCoach', 'writeBack', 'closeAsAsker'] as const),
      'tellIfAlone',
      'waitsForMe',
    ],
  },
  {
    title: m.people_right_read,
    note: m.people_right_read_note,
    verbs: [
      ...(['questionThread', 'questionsISee', 'findQuestions'] as const),
      ...(['questionsListed', 'listsForMe'] as const),
    ],
  },
  {
    title: m.people_right_help,
    note: m.people_right_help_note,
    verbs: [
      ...(['claimQuestion', 'answerQuestion', 'passOn', 'helperSide', 'sayComing', 'writeNote'] as const),
      ...([
        'expertsToAsk',
        'callIn',
        'stepBack',
        'withdrawCallIn',
        'changeTheme',
        'helpersToGive',
        'giveQuestion',
        'takeBack',
      ] as const),
      ...(['reminderMoments', 'remindMe', 'cancelReminder', 'closeAsHelper', 'undoClose'] as const),
      ...(['questionsToMerge', 'mergeQuestions', 'undoMerge', 'splitQuestion', 'undoSplit'] as const),
    ],
  },
  {
    title: m.people_right_answers,
    note: m.people_right_answers_note,
    verbs: ['releaseAnswer', 'sharedAnswerHere', 'thisAnswerHelps'],
  },
  {
    title: m.people_right_standard,
    note: m.people_right_standard_note,
    verbs: [
      ...(['standardAnswersHere', 'standardAnswerHere', 'writeStandardAnswer'] as const),
      ...(['changeStandardAnswer', 'removeStandardAnswer', 'restoreStandardAnswer'] as const),
    ],
  },
  {
    title: m.people_right_problems,
    note: m.people_right_problems_note,
    verbs: ['problemsHere', 'problemHere', 'meToo', 'notMeToo'],
  },
  {
    title: m.people_right_tips,
    note: m.people_right_tips_note,
    verbs: [
      ...(['tipsHere', 'tipHere', 'writeTip', 'tipsLike', 'tipsWaitingForMe', 'tipApplications'] as const),
      ...(['tipKeepers', 'changeTip', 'moveTip', 'tipVersions', 'putBackTip', 'thisTipHelps'] as const),
      ...(['thisTipWorks', 'externalIdsOf'] as const),
    ],
  },
  {
    title: m.people_right_come_back,
    note: m.people_right_come_back_note,
    verbs: [
      ...(['followUpFor', 'proposeFollowUp', 'followUpsForMe', 'followUpHere'] as const),
      ...(['answerFollowUp', 'withdrawFollowUp', 'finishFollowUp'] as const),
    ],
  },
  {
    title: m.people_right_note_question,
    note: m.people_right_note_question_note,
    verbs: ['noteQuestion', 'colleaguesNamed', 'colleagueHere'],
  },
  {
    title: m.people_right_publish_problem,
    note: m.people_right_publish_problem_note,
    verbs: ['publishProblem', 'endProblem'],
  },
  {
    title: m.people_right_guidance,
    note: m.people_right_guidance_note,
    verbs: [
      ...(['guidancesHere', 'guidanceHere', 'startGuidance', 'changeGuidance', 'addToGuidance'] as const),
      ...(['takeFromGuidance', 'endGuidance', 'resumeGuidance', 'noteMoment', 'momentHere'] as const),
      ...(['changeMoment', 'followUpsIn'] as const),
    ],
  },
  {
    title: m.people_right_in_short,
    note: m.people_right_in_short_note,
    verbs: ['questionsInShort', 'longWaiting'],
  },
];
