import { candidates, type Candidate, type Snapshot } from './candidates.ts';

/**
 * The chain of a unit at a moment, without the one who asks. If nobody else is left the asker stays in
 * it: a question always has a named person, even in an organisation of one.
 */
export function chainFor(
  snapshot: Snapshot,
  unitId: string,
  ask: { theme?: string | null; moment: Date; askerId: string | null },
): Candidate[] {
  const all = candidates(snapshot, unitId, ask);
  const others = all.filter((candidate) => candidate.personId !== ask.askerId);
  return others.length > 0 ? others : all;
}
