import type { VerbName } from '#rooms/people/rights.ts';
import type { Role } from '#rooms/people/roles.ts';

/**
 * Who may knock, said once more from the table of roles in product.md, section 1, and apart from
 * src/rooms/people/rights.ts: whoever changes one must mean it, and change the other. A verb that does not stand here
 * is for everybody who works in the organisation.
 */
export const onlyFor: Partial<Record<VerbName, readonly Role[]>> = {
  // Settings, imports, sign-in: the administrator; and who keeps the staff.
  changeOrganisation: ['admin'],
  previewStaffList: ['hr', 'admin'],
  staffImportWaiting: ['hr', 'admin'],
  staffImport: ['hr', 'admin'],
  applyStaffImport: ['hr', 'admin'],
  dropStaffImport: ['hr', 'admin'],
  peopleHere: ['coordinator', 'hr', 'admin'],
  personHere: ['coordinator', 'hr', 'admin'],
  // Coverage: who keeps it running.
  changeUnitHours: ['coordinator', 'admin'],
  coachesHere: ['coordinator', 'admin'],
  giveRole: ['coordinator', 'admin'],
  endRole: ['coordinator', 'admin'],
  questionsInShort: ['coordinator'],
  // When they are there: those who help, for themselves.
  helperHere: ['coach', 'expert', 'ict', 'coordinator', 'admin'],
  changeHelper: ['coach', 'expert', 'ict', 'coordinator', 'admin'],
  markAway: ['coach', 'expert', 'ict', 'coordinator', 'admin'],
  endAbsence: ['coach', 'expert', 'ict', 'coordinator', 'admin'],
  // Anybody may write a tip; these check it.
  changeTip: ['coach', 'expert', 'coordinator'],
};

/** What a token of the role `service` may not do, for whomever it acts; one of the role `mail` may do nothing yet. */
export const notForService: readonly VerbName[] = [
  'mySelf',
  'waitingForMe',
  'demoMails',
  ...(Object.keys(onlyFor) as VerbName[]).filter((verb) => verb !== 'changeTip'),
];

/** Whether somebody with these roles may call all of these verbs. */
export const mayKnock = (held: readonly string[], verbs: readonly VerbName[]): boolean =>
  verbs.every((verb) => onlyFor[verb]?.some((role) => held.includes(role)) ?? true);
