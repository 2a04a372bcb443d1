/** Something that is kept of people: for the page that tells everybody, and for the test that misses none. */
export type Kept = {
  /** The tables in which it stands. */
  tables: readonly string[];
  what: () => string;
  /** Who reads it, beside whoever it is about. */
  sees: () => string;
  /** When it goes. */
  goes: () => string;
};
