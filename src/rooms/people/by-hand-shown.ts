// What was set by hand, in words.
import { m } from '#messages';
import { formatDay, formatShortDay, localDay } from '#platform/dates.ts';
import { fullName, type Name } from './name.ts';

type Edit = { field: string; listed: string | null; listedKnown: boolean; madeAt: Date };

/** Where a field came from; `follows`: it can be given back to the staff list, which says something of it. */
export type Origin = { field: string; text: string; follows: boolean };

type Of = {
  edits: readonly Edit[];
  /** A staff list may have brought it. */
  onList: boolean;
  now: Date;
  /** What the list says, as people read it; as it stands when left out. */
  inWords?: (field: string, listed: string) => string;
};

/** Of each of these fields, by name: from the list, or by hand since when and what the list says meanwhile. */
export function originsOf(fields: readonly string[], of: Of): Record<string, Origin> {
  const origins = fields.flatMap((field) => originOf(field, of) ?? []);
  return Object.fromEntries(origins.map((origin) => [origin.field, origin]));
}

function originOf(
  field: string,
  { edits, onList, now, inWords = (_field, text) => text }: Of,
): Origin | null {
  const edit = edits.find((one) => one.field === field);
  if (!edit) return onList ? { field, text: m.people_from_list(), follows: false } : null;
  const day = since(edit.madeAt, now);
  if (!edit.listedKnown) return { field, text: m.people_by_hand({ day }), follows: false };
  const listed = edit.listed === null ? m.people_list_says_nothing() : inWords(field, edit.listed);
  return { field, text: m.people_by_hand_list_says({ day, listed }), follows: true };
}

const since = (madeAt: Date, now: Date): string =>
  localDay(madeAt).slice(0, 4) === localDay(now).slice(0, 4) ? formatShortDay(madeAt) : formatDay(madeAt);

type Like = Name & { id: string; unitName: string; hasLeft: boolean; by: 'email' | 'number' | 'name' };

const likeLabels: Record<Like['by'], () => string> = {
  email: m.people_like_email,
  number: m.people_like_number,
  name: m.people_like_name,
};

/** Somebody who may be the one that is typed: what is the same, and where they work or worked. */
export const shownLike = (like: Like) => ({
  id: like.id,
  name: fullName(like),
  by: like.by,
  about: [likeLabels[like.by](), like.unitName, ...(like.hasLeft ? [m.people_has_left()] : [])].join(' · '),
});

export type ShownLike = ReturnType<typeof shownLike>;
