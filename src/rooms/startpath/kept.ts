import { m } from '#messages';
import type { Kept } from '#platform/kept.ts';

export const keptOfStarting: readonly Kept[] = [
  {
    tables: ['coach_call', 'call_volunteer'],
    what: m.kept_volunteer,
    sees: m.kept_volunteer_sees,
    goes: m.kept_call_goes,
  },
  {
    tables: ['call_naming', 'call_named'],
    what: m.kept_naming,
    sees: m.kept_naming_sees,
    goes: m.kept_call_goes,
  },
];
