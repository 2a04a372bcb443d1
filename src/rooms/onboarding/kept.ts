import { m } from '#messages';
import type { Kept } from '#platform/kept.ts';

export const keptOfBeginning: readonly Kept[] = [
  {
    tables: ['mail_test'],
    what: m.kept_mail_test,
    sees: m.kept_mail_test_sees,
    goes: m.kept_mail_test_goes,
  },
  {
    tables: ['welcome', 'welcome_step'],
    what: m.kept_welcome,
    sees: m.kept_welcome_sees,
    goes: m.kept_welcome_goes,
  },
];
