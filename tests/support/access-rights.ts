import type { VerbName } from '#rooms/people/rights.ts';
import type { Role } from '#rooms/people/roles.ts';

const keepsRunning = ['coordinator', 'admin'] as const;
const helps = ['coach', 'expert', 'ict', 'coordinator'] as const;
const hasCard = ['coach', 'expert', ...keepsRunning] as const;
const keepsStaff = ['hr', 'admin'] as const;
const keepsNotebook = ['coach', 'expert'] as const;
const seesTotals = ['manager', 'hr', 'director', ...keepsRunning] as const;

/**
 * Who may knock, said once more from the table of roles in product.md, section 1, and apart from
 * src/rooms/people/rights.ts: whoever changes one must mean it, and change the other. A verb that does not stand here
 * is for everybody who works in the organisation.
 */
export const onlyFor: Partial<Record<VerbName, readonly Role[]>> = {
  // Settings, imports, sign-in: the administrator; and who keeps the staff.
  changeOrganisation: ['admin'],
  previewStaffList: keepsStaff,
  staffImportWaiting: keepsStaff,
  staffImport: keepsStaff,
  applyStaffImport: keepsStaff,
  dropStaffImport: keepsStaff,
  peopleHere: ['hr', ...keepsRunning],
  personHere: ['hr', ...keepsRunning],
  peopleListed: ['hr', ...keepsRunning],
  // Coverage: who keeps it running; whoever leads sees it in full.
  coverage: seesTotals,
  coverageOf: seesTotals,
  changeUnitHours: keepsRunning,
  changeUnitNeighbours: keepsRunning,
  changeUnitClosing: keepsRunning,
  closingDaysHere: keepsRunning,
  addClosingDay: keepsRunning,
  removeClosingDay: keepsRunning,
  coachesHere: keepsRunning,
  whoWouldHelp: keepsRunning,
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
