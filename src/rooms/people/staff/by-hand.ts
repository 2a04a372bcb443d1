import type { ChangedField, FieldChange } from './changes.ts';
import type { KnownHandEdit, KnownIndex } from './known.ts';

/*
 * A field that somebody set by hand wins from every list until it is released. The list still says what it says: that
 * is remembered, so that a release can put it back.
 */

/** A field that stays as it is, though the line says otherwise. `from` is what stands there, `to` what the list says. */
export interface KeptField {
  line: number;
  personId: string;
  appointmentId: string | null;
  field: ChangedField;
  from: string | null;
  to: string | null;
}

/** What the list says now of a field that was set by hand, where that was not known. 'unit': see the place. */
export interface NotedField {
  line: number;
  personId: string;
  appointmentId: string | null;
  field: ChangedField;
  listed: string | null;
}

export interface Said {
  changes: FieldChange[];
  kept: KeptField[];
}

type Of = { line: number; personId: string; appointmentId: string | null };

/** Leaves out of the changes what was set by hand. */
export function sparingHandEdits(changes: readonly FieldChange[], of: Of, index: KnownIndex): Said {
  const spared: Said = { changes: [], kept: [] };
  for (const change of changes) {
    const { field, from, to } = change;
    if (field !== 'number' && index.handEdit({ ...of, field })) spared.kept.push({ ...of, field, from, to });
    else spared.changes.push(change);
  }
  return spared;
}

/**
 * What the line says of the fields that were set by hand, where it is news. `says` gives the value for each field that
 * the file speaks of; of a unit only whether the remembered one is still right can be told.
 */
export function newlyListed(
  of: Of,
  fields: readonly ChangedField[],
  about: { index: KnownIndex; says: (field: ChangedField, edit: KnownHandEdit) => string | null | undefined },
): NotedField[] {
  return fields.flatMap((field): NotedField[] => {
    const edit = about.index.handEdit({ ...of, field });
    const listed = edit && about.says(field, edit);
    if (!edit || listed === undefined) return [];
    return edit.listedKnown && edit.listed === listed ? [] : [{ ...of, field, listed }];
  });
}
