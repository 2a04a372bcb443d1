import { m } from '#messages';
import { foldSpelling } from './staff/fold.ts';

/** What kind of work somebody does: what they need at the start, and whether they have a computer of their own. */
export const functionGroups = ['desk', 'counter', 'field', 'care', 'childcare', 'lead'] as const;

export type FunctionGroup = (typeof functionGroups)[number];

// The first that fits: a director of a nursery leads, and who looks after children is no carer of the elderly.
const beginnings: readonly [FunctionGroup, readonly string[]][] = [
  ['lead', ['directeur', 'directrice', 'directielid', 'diensthoofd', 'afdelingshoofd', 'clusterhoofd']],
  ['lead', ['teamleid', 'teamhoofd', 'hoofd', 'leidinggevend', 'manager', 'ploegbaas', 'clustermanager']],
  [
    'childcare',
    ['kinder', 'kleuter', 'leerkracht', 'leraar', 'lerares', 'onderwijs', 'opvoed', 'begeleider bko'],
  ],
  ['care', ['zorg', 'verpleeg', 'verzorg', 'ergotherap', 'kinesi', 'animator']],
  ['counter', ['loket', 'onthaal', 'balie', 'receptie']],
  [
    'field',
    ['schoonma', 'poets', 'groen', 'tuin', 'arbeider', 'vakman', 'vakvrouw', 'wegen', 'magazijn', 'klus'],
  ],
  [
    'field',
    ['chauffeur', 'keuken', 'kok ', 'huishoud', 'concierge', 'zaal', 'redder', 'wacht', 'gemeenschapswacht'],
  ],
  ['field', ['metser', 'schrijnwerker', 'loodgieter', 'elektricien', 'schilder', 'technieker', 'grafdelver']],
  [
    'field',
    ['technisch medewerker', 'technisch beambte', 'technisch assistent', 'logistiek', 'begraafplaats'],
  ],
];

/**
 * The group that a function title points to, for as long as nobody chose one: by how its words begin, without accents or
 * capitals. Whatever says nothing is work at a desk.
 */
export function functionGroupOf(title: string | null): FunctionGroup {
  const words = ` ${foldSpelling(title ?? '').replace(/[^a-z0-9]+/g, ' ')} `;
  const fits = (beginning: string) => words.includes(` ${beginning}`);
  return beginnings.find(([, all]) => all.some(fits))?.[0] ?? 'desk';
}

const labels: Record<FunctionGroup, () => string> = {
  desk: m.people_group_desk,
  counter: m.people_group_counter,
  field: m.people_group_field,
  care: m.people_group_care,
  childcare: m.people_group_childcare,
  lead: m.people_group_lead,
};

export const functionGroupLabel = (group: FunctionGroup): string => labels[group]();

export const isFunctionGroup = (text: unknown): text is FunctionGroup =>
  functionGroups.includes(text as FunctionGroup);
