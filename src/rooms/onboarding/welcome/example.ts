// The list that an organisation begins with; it may make it its own.
import { m } from '#messages';
import type { Audience, Doer, ShownBy, WelcomeItem } from './steps.ts';

type Row = [sentence: () => string, doer: Doer, groups: readonly Audience[], shownBy?: ShownBy];

/** Whoever has a computer of the work. */
const atComputer = ['desk', 'counter', 'childcare', 'lead'] as const;
const withoutDesk = ['field', 'care'] as const;

const rows: readonly Row[] = [
  [m.welcome_example_account, 'ict', ['desk', 'counter', 'care', 'childcare', 'lead']],
  [m.welcome_example_phone, 'ict', ['field', 'care', 'lead']],
  [m.welcome_example_applications, 'manager', ['desk', 'counter', 'care', 'childcare', 'lead']],
  [m.welcome_example_shared_device, 'manager', withoutDesk],
  [m.welcome_example_coach, 'self', []],
  [m.welcome_example_visit, 'coach', []],
  [m.welcome_example_shared_sign_in, 'coach', withoutDesk],
  [m.welcome_example_two_steps, 'self', atComputer],
  [m.welcome_example_itsme, 'self', ['desk', 'counter', 'lead']],
  [m.welcome_example_teams, 'self', ['desk', 'counter', 'lead']],
  [m.welcome_example_printer, 'self', ['desk', 'counter', 'childcare']],
  [m.welcome_example_passwords, 'self', atComputer],
  [m.welcome_example_files, 'coach', atComputer],
  [m.welcome_example_phishing, 'coach', []],
  [m.welcome_example_parents, 'manager', ['childcare']],
  [m.welcome_example_approve, 'hr', ['lead']],
  [m.welcome_example_pay, 'hr', []],
  [m.welcome_example_agreement, 'coordinator', ['coach']],
  [m.welcome_example_training, 'coordinator', ['coach']],
  [m.welcome_example_buddy, 'self', ['coach']],
  [m.welcome_example_card, 'self', ['coach'], 'card'],
  [m.welcome_example_hours, 'self', ['coach'], 'hours'],
  [m.welcome_example_drop_in, 'self', ['coach'], 'drop_in'],
  [m.welcome_example_team, 'self', ['coach']],
  [m.welcome_example_meeting, 'self', ['coach']],
];

export const exampleItems = (): WelcomeItem[] =>
  rows.map(([sentence, doer, groups, shownBy]) => ({
    ...{ sentence: sentence(), doer, groups, shownBy: shownBy ?? null },
  }));
