export { actorFor, integration, personAsActor, readingAs } from './actor.ts';
export type { PersonHere } from './actor.ts';
export { colleagueHere, colleaguesNamed } from './colleagues.ts';
export type { ColleagueHere } from './colleagues.ts';
export {
  addAppointment,
  appointmentByHand,
  changeAppointment,
  endAppointment,
} from './appointment-by-hand.ts';
export type { AppointmentOf } from './appointment-by-hand.ts';
export { employersHere, mySelf, peopleHere, personHere } from './directory.ts';
export { followStaffList } from './follow-list.ts';
export { addPerson, changePerson, peopleLike, personByHand } from './person-by-hand.ts';
export type { Lookalike } from './person-by-hand.ts';
export type { OnePerson, PersonRow } from './directory.ts';
export { peopleListed } from './people-listed.ts';
export type { PersonListed } from './people-listed.ts';
export { isAwayNow } from './absences.ts';
export {
  awayHere,
  cancelAbsence,
  changeAbsence,
  endAbsence,
  markAway,
  markAwayToday,
  mayMarkAway,
} from './away.ts';
export type { Away, AwayHere } from './away.ts';
export { coachesToday } from './today.ts';
export { changeHelper, helperSettings, namesOf, personByReference } from './helpers.ts';
export { coverage, coverageOf, coverageToday } from './coverage.ts';
export type { Arranged, Coverage, CoverageToday, HelpsToday } from './coverage.ts';
export { holdersOf } from './holders.ts';
export { changeIdentifiers, identifiersHere } from './identifiers.ts';
export type { Body } from './identifiers.ts';
export { iAmHere, tellNotFound } from './not-found.ts';
export { myPresence, pauseHelp, resumeHelp } from './pause.ts';
export type { MyPresence } from './pause.ts';
export type { HelperChange } from './helpers.ts';
export { once } from './requests.ts';
export type { Reply } from './requests.ts';
export { endRole, giveRole, runningRoles } from './roles.ts';
export type { RoleGiven } from './roles.ts';
export { snapshotOf } from './snapshot.ts';
export { addToken, tokenFor, withToken } from './tokens.ts';
export type { Inside, Token } from './tokens.ts';
export { endToken, tokenNamed, tokensOf } from './token-end.ts';
export type { TokenMade } from './token-end.ts';
export { cancelLeaving, leavingHere, myLeaving, planLeaving } from './leaving.ts';
export { whoHelpsMe, whoHelpsUnits } from './who-helps.ts';
export type { WhoHelps } from './who-helps.ts';
export { ensureIdentity } from './identity.ts';
export { ownSignInCode, requestSignIn, signInLink, signInMailLeaves, signInNow } from './sign-in.ts';
export { nameCoaches, unitsToCoach } from './name-coaches.ts';
export type { UnitToCoach } from './name-coaches.ts';
export { demoHouses, stepIn } from './sign-in-demo.ts';
export type { DemoHouse, DemoPerson } from './sign-in-demo.ts';
export { workplacesOf } from './sign-in-places.ts';
export {
  secureCookies,
  arrivalAt,
  sessionIdentity,
  signInWithCode,
  signInWithLink,
  signOut,
} from './sign-in-session.ts';
export type { SignedIn } from './sign-in-session.ts';
export { cardHere, changeCard, coachCard } from './card.ts';
export type { CardChange, CoachCard } from './card.ts';
export { cardTexts, coachesNamed, helpersHere } from './coaches.ts';
export type { CoachRow } from './coaches.ts';
export { addDropIn, changeDropIn, dropInsHere, endDropIn, resumeDropIn } from './drop-ins.ts';
export type { DropInGiven } from './drop-ins.ts';
export { nextDropIns } from './drop-ins-coming.ts';
export type { DropInMoment } from './drop-ins-coming.ts';
export { closingWouldBe } from './closing-preview.ts';
export { whoWouldHelp } from './unit-preview.ts';
export { coachesHere, helperHere } from './helper-here.ts';
export type { Colleague } from './helper-here.ts';
export { applyStaffImport } from './staff-apply.ts';
export { answerStaffDoubts, decideStaffEnding } from './staff-decide.ts';
export type { DoubtAnswers, EndingGiven } from './staff-decide.ts';
export { dropStaffImport, previewStaffList, staffImport, staffImportWaiting } from './staff-import.ts';
export type { StaffImportHere, StaffListRefused } from './staff-import.ts';
export { startOrganisation } from './start.ts';
export type { OrganisationStart } from './start.ts';
