export { administratorAt, administratorOf, beginOrganisation, beginWithPass } from './begin.ts';
export type { Asked, Beginning, Begun } from './begin.ts';
export { beginDemo, demoProgress, firstStep, loadDemo } from './demo.ts';
export type { DemoProgress, FirstStep } from './demo.ts';
export { mailHere, testMail } from './mail-test.ts';
export type { MailHere } from './mail-test.ts';
export { continueElsewhere, markSetUpStep, setUpHere } from './set-up.ts';
export type { Elsewhere } from './set-up.ts';
export { isPass, newSetUpCode, openSetUp } from './set-up-code.ts';
export { setAsideNewcomer, takeBackWelcome, welcomeNewcomers } from './welcome/begin.ts';
export type { Welcomed } from './welcome/begin.ts';
export { nameBuddy } from './welcome/coaches.ts';
export type { CoachBeginning } from './welcome/coaches.ts';
export {
  addWelcomeItem,
  changeWelcomeItem,
  exampleWelcomeList,
  moveWelcomeItem,
  ownWelcomeList,
  removeWelcomeItem,
  restoreWelcomeItem,
  welcomeItemHere,
  welcomeListHere,
} from './welcome/list.ts';
export type { OwnItem, WelcomeList } from './welcome/list.ts';
export { myWelcome, tickWelcomeStep } from './welcome/lists.ts';
export type { ListHere, StepHere } from './welcome/lists.ts';
export { newcomersHere } from './welcome/newcomers.ts';
export type { Newcomer, NewcomersHere } from './welcome/newcomers.ts';
export { welcomeCards, welcomeOf } from './welcome/person.ts';
