import { m } from '#messages';
import type { Kept } from '#platform/kept.ts';

export const keptOfNetworks: readonly Kept[] = [
  {
    tables: ['network_yes', 'network_coach'],
    what: m.kept_network_card,
    sees: m.kept_network_card_sees,
    goes: m.kept_network_card_goes,
  },
];
