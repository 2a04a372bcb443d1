import { createHash } from 'node:crypto';
import { Conflict } from '#platform/errors.ts';

/** Which state of a person or an appointment somebody had before them: another when any field is another. */
export const editionOf = (fields: Record<string, string | null>): string =>
  createHash('sha256')
    .update(JSON.stringify(Object.entries(fields).toSorted()))
    .digest('base64url')
    .slice(0, 16);

/** Nobody saves over what they have not seen. */
export function sameEdition(fields: Record<string, string | null>, edition: string): void {
  if (editionOf(fields) !== edition) throw new Conflict('people_changed_meanwhile');
}
