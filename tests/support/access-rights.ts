import type { VerbName } from '#rooms/people/rights.ts';
import type { Role } from '#rooms/people/roles.ts';

const keepsRunning = ['coordinator', 'admin'] as const;
const helps = ['coach', 'expert', 'ict', 'coordinator'] as const;
const hasCard = ['coach', 'expert', ...keepsRunning] as const;
const plansLeaving = ['coach', 'expert', 'hr', ...keepsRunning] as const;
const keepsStaff = ['hr', 'admin'] as const;
const leadsPath = ['hr', 'director', ...keepsRunning] as const;
const keepsNotebook = ['coach', 'expert'] as const;
const hostsNetworks = ['network_coordinator', 'admin'] as const;
const keepsNetworks = ['coordinator', ...hostsNetworks] as const;
const seesTotals = ['manager', 'hr', 'director', ...keepsRunning] as const;

/**
 * Who may knock, said once more from the table of roles in product.md, section 1, and apart from
 * src/rooms/people/rights.ts: whoever changes one must mean it, and change the other. A verb that does not stand here
 * is for everybody who works in the organisation.
 */
export const onlyFor: Partial<Record<VerbName, readonly Role[]>> = {
  // Settings, imports, sign-in: the administrator; and who keeps the staff.
  changeOrganisation: ['admin'],
  identifiersHere: ['admin'],
  changeIdentifiers: ['admin'],
  previewStaffList: keepsStaff,
  staffImportWaiting: keepsStaff,
  staffImport: keepsStaff,
  applyStaffImport: keepsStaff,
  answerStaffDoubts: keepsStaff,
  decideStaffEnding: keepsStaff,
  dropStaffImport: keepsStaff,
  peopleHere: ['hr', ...keepsRunning],
  personHere: ['hr', ...keepsRunning],
  employersHere: ['hr', ...keepsRunning],
  // Names, addresses and appointments, by hand: who keeps the staff.
  peopleLike: keepsStaff,
  addPerson: keepsStaff,
  personByHand: keepsStaff,
  changePerson: keepsStaff,
  appointmentByHand: keepsStaff,
  addAppointment: keepsStaff,
  changeAppointment: keepsStaff,
  endAppointment: keepsStaff,
  followStaffList: keepsStaff,
  peopleListed: ['hr', ...keepsRunning],
  // Newcomers: HR, and who keeps it running. The own list, and what one does of another's, the verb knows.
  newcomersHere: ['hr', ...keepsRunning],
  welcomeNewcomers: ['hr', ...keepsRunning],
  setAsideNewcomer: ['hr', ...keepsRunning],
  takeBackWelcome: ['hr', ...keepsRunning],
  welcomeOf: ['hr', ...keepsRunning],
  welcomeCards: ['hr', ...keepsRunning],
  nameBuddy: ['hr', ...keepsRunning],
  welcomeListHere: ['hr', ...keepsRunning],
  ownWelcomeList: ['hr', ...keepsRunning],
  exampleWelcomeList: ['hr', ...keepsRunning],
  welcomeItemHere: ['hr', ...keepsRunning],
  addWelcomeItem: ['hr', ...keepsRunning],
  changeWelcomeItem: ['hr', ...keepsRunning],
  removeWelcomeItem: ['hr', ...keepsRunning],
  restoreWelcomeItem: ['hr', ...keepsRunning],
  moveWelcomeItem: ['hr', ...keepsRunning],
  // A network is changed by who keeps it, joined and left by who keeps its member running; a card is its owner's alone.
  networksHere: keepsNetworks,
  networkHere: keepsNetworks,
  networkMemberHere: keepsNetworks,
  membershipHere: keepsNetworks,
  makeNetwork: hostsNetworks,
  renameNetwork: hostsNetworks,
  addNetworkMember: hostsNetworks,
  endNetworkMember: hostsNetworks,
  resumeNetworkMember: hostsNetworks,
  removeNetworkMember: hostsNetworks,
  invitationOpen: hostsNetworks,
  inviteMember: hostsNetworks,
  withdrawInvitation: hostsNetworks,
  takeInvitation: keepsRunning,
  acceptMembership: keepsRunning,
  refuseMembership: keepsRunning,
  leaveNetwork: keepsRunning,
  stayInNetwork: keepsRunning,
  myNetworkCards: keepsNotebook,
  shareCard: keepsNotebook,
  unshareCard: keepsNotebook,
  isInNetwork: ['coordinator', 'network_coordinator', ...keepsNotebook],
  networkCoaches: ['coordinator', 'network_coordinator', ...keepsNotebook],
  // Coverage: who keeps it running; whoever leads sees it in full.
  coverage: seesTotals,
  coverageOf: seesTotals,
  // The set-up of the organisation.
  setUpHere: keepsRunning,
  markSetUpStep: keepsRunning,
  continueElsewhere: keepsRunning,
  mailHere: keepsRunning,
  testMail: keepsRunning,
  unitsToCoach: keepsRunning,
  nameCoaches: keepsRunning,
  // Leaving: a coach's own, and of whoever keeps it running or keeps the staff.
  leavingHere: plansLeaving,
  planLeaving: plansLeaving,
  cancelLeaving: plansLeaving,
  changeUnitHours: keepsRunning,
  changeDefaultHours: keepsRunning,
  changeUnitNeighbours: keepsRunning,
  changeUnitClosing: keepsRunning,
  closingDaysHere: keepsRunning,
  addClosingDay: keepsRunning,
  removeClosingDay: keepsRunning,
  coachesHere: keepsRunning,
  whoWouldHelp: keepsRunning,
  closingWouldBe: keepsRunning,
  giveRole: keepsRunning,
  endRole: keepsRunning,
  questionsInShort: ['coordinator'],
  longWaiting: ['coordinator'],
  // When they are there: those who help, for themselves. Who is away anybody may try to say: the verb knows of whom.
  helperHere: ['ict', ...hasCard],
  changeHelper: ['ict', ...hasCard],
  cardHere: hasCard,
  changeCard: hasCard,
  dropInsHere: hasCard,
  addDropIn: hasCard,
  changeDropIn: hasCard,
  endDropIn: hasCard,
  resumeDropIn: hasCard,
  // In somebody's name, and for everybody: those who help. An administrator has nothing to do with questions.
  colleaguesNamed: helps,
  colleagueHere: helps,
  noteQuestion: helps,
  publishProblem: helps,
  endProblem: helps,
  // A notebook is for who guides colleagues by their role; whose it is the database knows.
  guidancesHere: keepsNotebook,
  guidanceHere: keepsNotebook,
  startGuidance: keepsNotebook,
  changeGuidance: keepsNotebook,
  addToGuidance: keepsNotebook,
  takeFromGuidance: keepsNotebook,
  endGuidance: keepsNotebook,
  resumeGuidance: keepsNotebook,
  noteMoment: keepsNotebook,
  momentHere: keepsNotebook,
  changeMoment: keepsNotebook,
  followUpsIn: keepsNotebook,
  // The Startpad: who keeps it running does it; HR and the director read along. Who wants to be a coach is no concern
  // of the administrator, nor of a manager.
  startPathHere: leadsPath,
  stepTextHere: leadsPath,
  stepDocument: leadsPath,
  callStands: leadsPath,
  postersHere: leadsPath,
  posterHere: leadsPath,
  planStart: keepsRunning,
  tickStep: keepsRunning,
  untickStep: keepsRunning,
  moveStep: keepsRunning,
  writeStepText: keepsRunning,
  restartStepText: keepsRunning,
  putBackStepText: keepsRunning,
  openCall: keepsRunning,
  changeCallClosing: keepsRunning,
  closeCall: keepsRunning,
  announcementPlan: keepsRunning,
  announce: keepsRunning,
  volunteersHere: ['coordinator', 'hr'],
};

/** What a token of the role `service` may do for somebody, who then needs the right too; one of the role `mail` nothing yet. */
export const forService: readonly VerbName[] = [
  ...([
    'organisationHere',
    'unitsHere',
    'coverageToday',
    'coverageOf',
    'whoHelpsMe',
    'peopleListed',
  ] as const),
  ...(['search', 'suggestAnswers', 'sharedAnswerHere', 'thisAnswerHelps'] as const),
  ...([
    'tipsHere',
    'tipHere',
    'writeTip',
    'changeTip',
    'thisTipHelps',
    'thisTipWorks',
    'externalIdsOf',
  ] as const),
  ...(['askQuestion', 'writeBack', 'closeAsAsker', 'tellIfAlone'] as const),
  ...(['questionsISee', 'questionThread'] as const),
  ...(['findQuestions', 'questionsListed', 'listsForMe'] as const),
  ...(['problemsHere', 'problemHere', 'meToo', 'notMeToo', 'publishProblem', 'endProblem'] as const),
  ...(['sayComing', 'writeNote', 'giveQuestion'] as const),
  ...(['claimQuestion', 'answerQuestion', 'passOn', 'closeAsHelper', 'releaseAnswer'] as const),
];

/** Whether somebody with these roles may call all of these verbs. */
export const mayKnock = (held: readonly string[], verbs: readonly VerbName[]): boolean =>
  verbs.every((verb) => onlyFor[verb]?.some((role) => held.includes(role)) ?? true);
