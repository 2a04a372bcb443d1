import { m } from '#messages';
import { rights, type VerbName } from './rights.ts';
import { roles, type Role } from './roles.ts';

/** Verbs that are one right to whoever reads about it: all of them are open to the same roles of people. */
type RightGroup = {
  title: () => string;
  /** What one sees decides further: what the right does not say. */
  note: () => string;
  verbs: readonly VerbName[];
};

/** The rights table in words, each verb in exactly one group. Held by tests/house/rights-shown.test.ts. */
export const rightGroups: readonly RightGroup[] = [
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
    title: m.people_right_who_helps,
    note: m.people_right_who_helps_note,
    verbs: [
      ...(['coverageToday', 'whoHelpsMe', 'helpersHere', 'coachesNamed', 'coachCard'] as const),
      ...(['nextDropIns', 'tellNotFound'] as const),
    ],
  },
  {
    title: m.people_right_away,
    note: m.people_right_away_note,
    verbs: [
      ...(['markAway', 'changeAbsence', 'cancelAbsence', 'endAbsence', 'awayHere'] as const),
      ...(['markAwayToday', 'coachesToday', 'goAway', 'standsWithMe'] as const),
      ...(['pauseHelp', 'resumeHelp', 'myPresence', 'iAmHere'] as const),
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
    title: m.people_right_around,
    note: m.people_right_around_note,
    verbs: [
      ...([
        'organisationHere',
        'unitsHere',
        'mySelf',
        'myLeaving',
        'search',
        'waitingForMe',
        'followNews',
      ] as const),
      'demoMails',
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
    title: m.people_right_card,
    note: m.people_right_card_note,
    verbs: [
      ...(['cardHere', 'changeCard', 'dropInsHere', 'addDropIn', 'changeDropIn', 'endDropIn'] as const),
      'resumeDropIn',
    ],
  },
  {
    title: m.people_right_hours,
    note: m.people_right_hours_note,
    verbs: ['helperHere', 'changeHelper'],
  },
  {
    title: m.people_right_coverage,
    note: m.people_right_coverage_note,
    verbs: ['coverage', 'coverageOf'],
  },
  {
    title: m.people_right_in_short,
    note: m.people_right_in_short_note,
    verbs: ['questionsInShort', 'longWaiting'],
  },
  {
    title: m.people_right_people,
    note: m.people_right_people_note,
    verbs: ['peopleHere', 'personHere', 'peopleListed', 'employersHere'],
  },
  {
    title: m.people_right_by_hand,
    note: m.people_right_by_hand_note,
    verbs: [
      ...(['peopleLike', 'addPerson', 'personByHand', 'changePerson', 'appointmentByHand'] as const),
      ...(['addAppointment', 'changeAppointment', 'endAppointment', 'followStaffList'] as const),
    ],
  },
  {
    title: m.people_right_leaving,
    note: m.people_right_leaving_note,
    verbs: ['leavingHere', 'planLeaving', 'cancelLeaving'],
  },
  {
    title: m.people_right_roles,
    note: m.people_right_roles_note,
    verbs: ['giveRole', 'endRole', 'coachesHere'],
  },
  {
    title: m.people_right_units,
    note: m.people_right_units_note,
    verbs: [
      ...(['changeUnitHours', 'changeUnitNeighbours', 'changeUnitClosing', 'closingDaysHere'] as const),
      ...(['addClosingDay', 'removeClosingDay', 'whoWouldHelp', 'closingWouldBe'] as const),
    ],
  },
  {
    title: m.people_right_staff_list,
    note: m.people_right_staff_list_note,
    verbs: [
      ...(['previewStaffList', 'staffImportWaiting', 'staffImport', 'applyStaffImport'] as const),
      ...(['answerStaffDoubts', 'decideStaffEnding', 'dropStaffImport'] as const),
    ],
  },
  {
    title: m.networks_right_directory,
    note: m.networks_right_directory_note,
    verbs: ['networkCoaches', 'isInNetwork'],
  },
  {
    title: m.networks_right_card,
    note: m.networks_right_card_note,
    verbs: ['myNetworkCards', 'shareCard', 'unshareCard'],
  },
  {
    title: m.networks_right_read,
    note: m.networks_right_read_note,
    verbs: ['networksHere', 'networkHere', 'networkMemberHere', 'membershipHere'],
  },
  {
    title: m.networks_right_host,
    note: m.networks_right_host_note,
    verbs: [
      ...(['makeNetwork', 'renameNetwork', 'addNetworkMember', 'endNetworkMember'] as const),
      ...(['resumeNetworkMember', 'removeNetworkMember', 'invitationOpen', 'inviteMember'] as const),
      'withdrawInvitation',
    ],
  },
  {
    title: m.networks_right_member,
    note: m.networks_right_member_note,
    verbs: [
      ...(['takeInvitation', 'acceptMembership', 'refuseMembership', 'leaveNetwork'] as const),
      'stayInNetwork',
    ],
  },
  {
    title: m.people_right_set_up,
    note: m.people_right_set_up_note,
    verbs: [
      ...(['setUpHere', 'markSetUpStep', 'continueElsewhere', 'mailHere', 'testMail'] as const),
      ...(['unitsToCoach', 'nameCoaches'] as const),
    ],
  },
  {
    title: m.startpath_right_call,
    note: m.startpath_right_call_note,
    verbs: [
      ...(['callHere', 'volunteer', 'stepBackFromCall', 'declineNaming', 'colleaguesBeside'] as const),
      ...(['myNamings', 'nameColleague', 'withdrawNaming', 'announcementHere'] as const),
      'startpathOnStart',
    ],
  },
  {
    title: m.startpath_right_volunteers,
    note: m.startpath_right_volunteers_note,
    verbs: ['volunteersHere'],
  },
  {
    title: m.startpath_right_read,
    note: m.startpath_right_read_note,
    verbs: [
      ...(['startPathHere', 'stepTextHere', 'stepDocument', 'callStands', 'postersHere'] as const),
      'posterHere',
    ],
  },
  {
    title: m.startpath_right_do,
    note: m.startpath_right_do_note,
    verbs: [
      ...(['planStart', 'tickStep', 'untickStep', 'moveStep', 'writeStepText'] as const),
      ...(['restartStepText', 'putBackStepText', 'openCall', 'changeCallClosing'] as const),
      ...(['closeCall', 'announcementPlan', 'announce'] as const),
    ],
  },
  {
    title: m.people_right_welcome,
    note: m.people_right_welcome_note,
    verbs: [
      ...(['newcomersHere', 'welcomeNewcomers', 'setAsideNewcomer', 'takeBackWelcome', 'welcomeOf'] as const),
      ...(['welcomeCards', 'nameBuddy', 'welcomeListHere', 'ownWelcomeList', 'exampleWelcomeList'] as const),
      ...(['welcomeItemHere', 'addWelcomeItem', 'changeWelcomeItem', 'removeWelcomeItem'] as const),
      ...(['restoreWelcomeItem', 'moveWelcomeItem'] as const),
    ],
  },
  {
    title: m.people_right_first_steps,
    note: m.people_right_first_steps_note,
    verbs: ['myWelcome', 'tickWelcomeStep'],
  },
  {
    title: m.people_right_organisation,
    note: m.people_right_organisation_note,
    verbs: ['changeOrganisation'],
  },
];

/** The roles of people that may call the verb, in the order of the house. */
export const rolesThatMay = (verb: VerbName): Role[] =>
  roles.filter((role) => (rights[verb] as readonly string[]).includes(role));

export type RightShown = { title: string; note: string; roles: Role[] };

/** What everybody may, and what only some: these with the roles that appear there, as columns. */
export function rightsShown(): { forAll: RightShown[]; forSome: RightShown[]; columns: Role[] } {
  const all = rightGroups.map(({ title, note, verbs }): RightShown => ({
    title: title(),
    note: note(),
    roles: verbs[0] ? rolesThatMay(verbs[0]) : [],
  }));
  const forSome = all.filter((one) => one.roles.length < roles.length);
  return {
    forAll: all.filter((one) => one.roles.length === roles.length),
    forSome,
    columns: roles.filter((role) => forSome.some((one) => one.roles.includes(role))),
  };
}
