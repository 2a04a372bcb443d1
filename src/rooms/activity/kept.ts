import { m } from '#messages';
import type { Kept } from '#platform/kept.ts';

export const keptOfActivity: readonly Kept[] = [
  { tables: ['activity'], what: m.kept_activity, sees: m.kept_activity_sees, goes: m.kept_no_term },
];
