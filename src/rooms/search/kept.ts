import { m } from '#messages';
import type { Kept } from '#platform/kept.ts';

export const keptOfSearch: readonly Kept[] = [
  {
    tables: ['search_document', 'search_posting'],
    what: m.kept_search,
    sees: m.kept_search_sees,
    goes: m.kept_search_goes,
  },
];
