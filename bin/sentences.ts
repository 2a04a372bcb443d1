import nl from '../messages/nl.json' with { type: 'json' };

/** The keys of messages/nl.json. */
export type Key = Exclude<keyof typeof nl, '$schema'>;

/**
 * A sentence for the terminal. The commands read the file itself: they speak before anything is compiled, and
 * `npm start` would spend longer on loading every compiled message than on starting the database.
 */
export function sentence(key: Key, words: Record<string, string | number> = {}): string {
  const text: unknown = nl[key];
  if (typeof text !== 'string') throw new Error(`${key} is not a plain sentence`);
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(words[name] ?? whole));
}
