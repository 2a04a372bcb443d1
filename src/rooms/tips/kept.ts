import { m } from '#messages';
import type { Kept } from '#platform/kept.ts';

export const keptOfTips: readonly Kept[] = [
  { tables: ['tip', 'tip_version'], what: m.kept_tip, sees: m.kept_tip_sees, goes: m.kept_no_term },
  { tables: ['tip_vote'], what: m.kept_vote, sees: m.kept_vote_sees, goes: m.kept_no_term },
];
