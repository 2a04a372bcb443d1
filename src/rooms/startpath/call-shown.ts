import { m } from '#messages';
import { fullName, type Name } from '#rooms/people/name.ts';

/** Who thought of the reader, in a sentence; null: nobody. */
export function shownNamers(names: readonly Name[]): string | null {
  const full = names.map((name) => fullName(name));
  const last = full.pop();
  if (last === undefined) return null;
  if (full.length === 0) return m.startpath_named_title({ names: last });
  return m.startpath_named_title_more({ names: full.join(', ') + m.startpath_named_and() + last });
}
