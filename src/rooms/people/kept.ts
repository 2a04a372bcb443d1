import { m } from '#messages';
import type { Kept } from '#platform/kept.ts';

export const keptOfPeople: readonly Kept[] = [
  {
    tables: ['person', 'appointment', 'hand_edit'],
    what: m.kept_person,
    sees: m.kept_person_sees,
    goes: m.kept_person_goes,
  },
  { tables: ['role'], what: m.kept_role, sees: m.kept_role_sees, goes: m.kept_role_goes },
  { tables: ['helper', 'drop_in'], what: m.kept_card, sees: m.kept_card_sees, goes: m.kept_card_goes },
  { tables: ['leaving'], what: m.kept_leaving, sees: m.kept_leaving_sees, goes: m.kept_leaving_goes },
  { tables: ['absence', 'not_found'], what: m.kept_away, sees: m.kept_away_sees, goes: m.kept_away_goes },
  {
    tables: ['staff_import', 'told_apart'],
    what: m.kept_list,
    sees: m.kept_list_sees,
    goes: m.kept_list_goes,
  },
  {
    tables: [
      'identity.identity',
      'identity.session',
      'identity.credential',
      'identity.proof',
      'identity.attempt',
    ],
    what: m.kept_sign_in,
    sees: m.kept_nobody_sees,
    goes: m.kept_sign_in_goes,
  },
  { tables: ['api_request'], what: m.kept_program, sees: m.kept_nobody_sees, goes: m.kept_program_goes },
];
