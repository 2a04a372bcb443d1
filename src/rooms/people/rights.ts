import { roles, type Role, type TokenRole } from './roles.ts';

/**
 * Who may call which verb: the one table that the server checks, the tests walk and the help page
 * prints. It says who may knock; which question or person the verb then opens is decided by what the
 * actor can see and by the predicates of the room. `service` is a token that always acts on behalf of
 * a person, and then also needs that person's right.
 */
const everyone: readonly (Role | TokenRole)[] = [...roles, 'service'];
const staff: readonly Role[] = roles;

export const rights = {
  // organisations
  organisationHere: everyone,
  unitsHere: everyone,
  changeOrganisation: ['admin'],
  changeUnitHours: ['coordinator', 'admin'],

  // people
  peopleHere: ['coordinator', 'hr', 'admin'],
  personHere: ['coordinator', 'hr', 'admin'],
  giveRole: ['coordinator', 'admin'],
  endRole: ['coordinator', 'admin'],
  changeHelper: ['coach', 'expert', 'ict', 'coordinator', 'admin'],
  markAway: ['coach', 'expert', 'ict', 'coordinator', 'admin'],
  endAbsence: ['coach', 'expert', 'ict', 'coordinator', 'admin'],
  whoHelpsMe: everyone,
  mySelf: staff,
  helperHere: ['coach', 'expert', 'ict', 'coordinator', 'admin'],
  coachesHere: ['coordinator', 'admin'],
  previewStaffList: ['hr', 'admin'],
  staffImportWaiting: ['hr', 'admin'],
  staffImport: ['hr', 'admin'],
  applyStaffImport: ['hr', 'admin'],
  dropStaffImport: ['hr', 'admin'],

  // notifications
  waitingForMe: staff,
  demoMails: staff,

  // search
  search: everyone,

  // tips
  tipsHere: everyone,
  tipHere: everyone,
  writeTip: everyone,
  changeTip: ['coach', 'expert', 'coordinator', 'service'],
  thisTipHelps: everyone,

  // helpline
  suggestAnswers: everyone,
  askQuestion: everyone,
  myQuestions: everyone,
  questionsForMe: everyone,
  questionsISee: everyone,
  questionsInShort: ['coordinator'],
  questionThread: everyone,
  claimQuestion: everyone,
  answerQuestion: everyone,
  writeBack: everyone,
  passOn: everyone,
  closeAsAsker: everyone,
  tellIfAlone: everyone,
  closeAsHelper: everyone,
  releaseAnswer: everyone,
  sharedAnswerHere: everyone,
  thisAnswerHelps: everyone,
} as const satisfies Record<string, readonly (Role | TokenRole)[]>;

export type VerbName = keyof typeof rights;

/** Whether one of these roles may call the verb. An unknown verb is open to nobody. */
export const mayCall = (held: readonly (Role | TokenRole)[], verb: string): boolean =>
  verb in rights && rights[verb as VerbName].some((role) => held.includes(role as Role | TokenRole));
