import { foldLetters } from './fold.ts';

/** What is kept of a line. Everything else in a file is dropped while reading (product.md, section 1). */
export const staffFields = [
  'number',
  'lastName',
  'firstName',
  'email',
  'unit',
  'subunit',
  'location',
  'functionTitle',
  'employer',
  'startsOn',
  'endsOn',
] as const;
export type StaffField = (typeof staffFields)[number];

/** Without these a line cannot be told from another. A file without employers gets a default employer. */
export const neededFields: readonly StaffField[] = ['number', 'lastName', 'firstName', 'unit'];

/** One column of the file, in its order. `field` is null for a column that is ignored. */
export interface StaffColumn {
  header: string;
  field: StaffField | null;
}

/*
 * How HR packages head their columns, already folded by foldLetters ('E-mail' = 'email'). Earlier spellings win:
 * in a file with 'Familienaam' and 'Naam' the second is most likely the full name.
 * The rijksregisternummer is absent on purpose, under all its names: a column that is not here is never read,
 * and that number may never be stored (domain.md, section 6).
 */
const spellings: Readonly<Record<StaffField, readonly string[]>> = {
  number: [
    'personeelsnummer',
    'personeelsnr',
    'stamnummer',
    'stamnr',
    'werknemersnummer',
    'medewerkersnummer',
    'nummer',
    'nr',
  ],
  lastName: ['familienaam', 'achternaam', 'naam'],
  firstName: ['voornaam', 'roepnaam'],
  email: ['emailadres', 'email', 'mailadres', 'mail'],
  unit: ['dienst', 'afdeling'],
  subunit: ['subdienst', 'team'],
  location: ['locatie', 'werkplek', 'gebouw'],
  functionTitle: ['functietitel', 'functie'],
  employer: ['werkgever', 'entiteit', 'bestuur'],
  startsOn: ['indienst', 'indiensttreding', 'datumindienst', 'begindatum', 'startdatum'],
  endsOn: ['uitdienst', 'uitdiensttreding', 'datumuitdienst', 'einddatum'],
};

/** Which column holds which field; a field stands in at most one column, the best spelt one, else the leftmost. */
export function recogniseColumns(headers: readonly string[]): StaffColumn[] {
  const folded = headers.map(foldLetters);
  const columns: StaffColumn[] = headers.map((header) => ({ header, field: null }));
  for (const field of staffFields) {
    const spelling = spellings[field].find((candidate) => folded.includes(candidate));
    const column = spelling === undefined ? undefined : columns[folded.indexOf(spelling)];
    if (column) column.field = field;
  }
  return columns;
}

/** The needed fields that no column holds, in the order of `neededFields`. */
export function missingFields(columns: readonly StaffColumn[]): StaffField[] {
  return neededFields.filter((field) => !columns.some((column) => column.field === field));
}
