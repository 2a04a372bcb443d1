// The coach card: who has one, who may mend it, and who is meant by a name. Pure.
import type { Actor } from '#platform/actor.ts';
import type { Helper, Snapshot } from './candidates.ts';
import { fullName, type Name } from './name.ts';
import { helperCalendar } from './opening.ts';
import { presence, type Presence } from './presence.ts';
import { foldSpelling } from './staff/fold.ts';

/** Coaches and experts are there for everybody to find; ICT, coordinator and administrator help when their turn comes. */
export const hasCard = ({ coachOf, isExpert }: Pick<Helper, 'coachOf' | 'isExpert'>): boolean =>
  coachOf.length > 0 || isExpert;

/** One's own card and walk-in moments; a coordinator or administrator may mend anyone's. */
export const canMendCard = (actor: Pick<Actor, 'kind' | 'personId' | 'roles'>, personId: string): boolean =>
  actor.kind === 'system' ||
  actor.personId === personId ||
  actor.roles.some(({ kind }) => kind === 'coordinator' || kind === 'admin');

/** When they are there for a colleague of that unit, as the queue reckons it; null when not within 60 days. */
export function thereFor(
  snapshot: Snapshot,
  helper: Helper,
  asking: { unitId: string; moment: Date },
): Presence | null {
  const gaps = { ...helper, notFoundUntil: helper.notFoundIn[asking.unitId] };
  return presence(helperCalendar(snapshot, helper, asking.unitId), gaps, asking.moment);
}

const words = (text: string): string[] =>
  foldSpelling(text)
    .split(/[\s'’-]+/)
    .filter(Boolean);

/** Whether each word that was typed begins a part of the name, in any order, without accents or capitals. */
export const isNamed = (person: Name, typed: string): boolean => textHas(fullName(person), typed);

/** The same in any text; false when nothing was typed. */
export function textHas(text: string, typed: string): boolean {
  const parts = words(text);
  const wanted = words(typed);
  return wanted.length > 0 && wanted.every((word) => parts.some((part) => part.startsWith(word)));
}
