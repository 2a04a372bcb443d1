import type { Way } from './forms.ts';

/** What "wie krijgt de vraag?" shows, in words that are ready. */
export type WhoGets = {
  /** Who has it first if nothing is chosen, and when they are there. */
  first: string;
  /** When that one also leads: that, and whom the page offers instead. */
  leads: string | null;
  /** The coach that is chosen at first: asked for by the address, or in place of one who leads. */
  suggestedId: string | null;
  coaches: { id: string; label: string; ways: Way[] }[];
};
