// Beginning as an organisation, as a colleague and as a coach: of the rooms startpath and onboarding.
import { m } from '#messages';
import type { RightGroup } from './group.ts';

export const startingRights: readonly RightGroup[] = [
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
];
