export { actorFor, integration, personAsActor } from './actor.ts';
export type { PersonHere } from './actor.ts';
export { mySelf, peopleHere, personHere } from './directory.ts';
export type { OnePerson, PersonRow } from './directory.ts';
export { changeHelper, endAbsence, helperSettings, markAway, namesOf, personByReference } from './helpers.ts';
export type { HelperChange } from './helpers.ts';
export { once } from './requests.ts';
export type { Reply } from './requests.ts';
export { endRole, giveRole, runningRoles } from './roles.ts';
export type { RoleGiven } from './roles.ts';
export { snapshotOf } from './snapshot.ts';
export { addToken, tokenFor, withToken } from './tokens.ts';
export type { Inside, Token } from './tokens.ts';
export { cardsOf, whoHelpsMe } from './who-helps.ts';
export type { HelperCard, WhoHelps } from './who-helps.ts';
export { ensureIdentity } from './identity.ts';
export { requestSignIn, signInLink, signInMailLeaves } from './sign-in.ts';
export { demoHouses, stepIn } from './sign-in-demo.ts';
export type { DemoHouse, DemoPerson } from './sign-in-demo.ts';
export { workplacesOf } from './sign-in-places.ts';
export {
  secureCookies,
  sessionIdentity,
  signInWithCode,
  signInWithLink,
  signOut,
} from './sign-in-session.ts';
export type { SignedIn } from './sign-in-session.ts';
export { coachesHere, helperHere } from './helper-here.ts';
export type { Colleague } from './helper-here.ts';
export { applyStaffImport } from './staff-apply.ts';
export { dropStaffImport, previewStaffList, staffImport, staffImportWaiting } from './staff-import.ts';
export type { StaffImportHere, StaffListRefused } from './staff-import.ts';
export { startOrganisation } from './start.ts';
export type { OrganisationStart } from './start.ts';
