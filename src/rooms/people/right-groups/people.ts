// Who works here, who helps where and when: of the rooms organisations, people, notifications and search.
import { m } from '#messages';
import type { RightGroup } from './group.ts';

export const peopleRights: readonly RightGroup[] = [
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
      ...([
        'changeUnitHours',
        'changeDefaultHours',
        'changeUnitNeighbours',
        'changeUnitClosing',
        'closingDaysHere',
      ] as const),
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
    title: m.people_right_organisation,
    note: m.people_right_organisation_note,
    verbs: ['changeOrganisation', 'identifiersHere', 'changeIdentifiers'],
  },
];
