import { candidates, type Candidate, type Helper, type Snapshot } from './candidates.ts';
import { helperCalendar } from './opening.ts';
import { presence, type Presence } from './presence.ts';

/**
 * The chain of a unit at a moment, without the one who asks. If nobody else is left the asker stays in
 * it: a question always has a named person, even in an organisation of one. Whoever is in `skip` is never in it, for a
 * question that must stay out of their sight; such a chain may be empty.
 */
export function chainFor(
  snapshot: Snapshot,
  unitId: string,
  ask: { theme?: string | null; moment: Date; askerId: string | null; skip?: ReadonlySet<string> },
): Candidate[] {
  const { skip, askerId } = ask;
  const helpers = skip ? snapshot.helpers.filter((one) => !skip.has(one.personId)) : snapshot.helpers;
  const all = candidates({ ...snapshot, helpers }, unitId, ask);
  const others = all.filter((candidate) => candidate.personId !== askerId);
  return others.length > 0 || skip ? others : all;
}

/** The unit somebody is shown for and works the hours of: the first they coach, else their own. */
export const unitOfHelper = ({ coachOf, homeUnitId }: Helper): string => coachOf[0] ?? homeUnitId;

/** When a helper is there for the unit they are shown for, whichever chain they stand in; null: not within 60 days. */
export function helperThere(snapshot: Snapshot, helper: Helper, moment: Date): Presence | null {
  const unitId = unitOfHelper(helper);
  const ends = [helper.until, helper.coachUntil[unitId]].filter((end) => end instanceof Date);
  const until = ends.toSorted((a, b) => a.getTime() - b.getTime())[0] ?? null;
  return presence(helperCalendar(snapshot, helper, unitId), { ...helper, until }, moment);
}
