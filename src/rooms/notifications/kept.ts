import { m } from '#messages';
import type { Kept } from '#platform/kept.ts';

export const keptOfNotifications: readonly Kept[] = [
  {
    tables: ['notification', 'demo_mail'],
    what: m.kept_notification,
    sees: m.kept_nobody_sees,
    goes: m.kept_notification_goes,
  },
];
