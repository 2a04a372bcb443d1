import { m } from '#messages';
import type { Way } from './forms.ts';

/** What "wie krijgt de vraag?" shows, in words that are ready. */
export type WhoGets = {
  /** Who has it first if nothing is chosen, and when they are there. */
  first: string;
  /** When that one also leads: that, and whom the page offers instead. */
  leads: string | null;
  /** The coach that is chosen at first: asked for by the address, or in place of one who leads. */
  suggestedId: string | null;
  /** `there`: the name, and when they are there. */
  coaches: { id: string; name: string; there: string; label: string; ways: Way[] }[];
};

/** Who gets the question by what is chosen now. A coach who is not for this way counts as none. */
export function whoGetsIt(who: WhoGets, way: string | undefined, coachId: string): string {
  const coach = who.coaches.find(({ id, ways }) => id === coachId && ways.some((one) => one === way));
  if (way === 'cover')
    return coach ? m.helpline_gets_cover_coach({ name: coach.name }) : m.helpline_gets_cover();
  return coach?.there ?? (way === 'outside' ? m.helpline_gets_outside() : who.first);
}
