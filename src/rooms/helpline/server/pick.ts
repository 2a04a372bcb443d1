import type { Tx } from '#platform/server/scope.ts';
import type { Helper, Snapshot } from '#rooms/people/candidates.ts';
import { helperThere, unitOfHelper } from '#rooms/people/chain.ts';
import { snapshotOf } from '#rooms/people/server/index.ts';
import type { Pickable } from '../helping-seen.ts';
import { isKeptFromUnit, type Question } from '../question.ts';
import { askerBehind, everybodyIn, keptOff } from './cover.ts';

/**
 * The helpers this question may go to, whoever is there first: not the one who picks, not the asker, and nobody from
 * whom it is kept. Empty when that cannot be known.
 */
export async function helpersToPick(
  tx: Tx,
  question: Question,
  suits: (helper: Helper) => boolean,
): Promise<Pickable[]> {
  const askerId = await askerBehind(tx, question);
  if (!askerId && isKeptFromUnit(question)) return [];
  const kept = askerId && isKeptFromUnit(question) ? everybodyIn(await keptOff(tx, askerId)) : new Set();
  const snapshot = await snapshotOf(tx);
  return snapshot.helpers
    .filter(suits)
    .filter(({ personId }) => personId !== tx.actor.personId && personId !== askerId && !kept.has(personId))
    .flatMap((helper) => pickable(snapshot, helper, { theme: question.theme, moment: tx.now }))
    .toSorted(bestFirst);
}

const kindOf = (helper: Helper): Pickable['as'] | null => {
  if (helper.isExpert) return 'expert';
  if (helper.isIct) return 'ict';
  if (helper.coachOf.length > 0) return 'coach';
  if (helper.isCoordinator) return 'coordinator';
  return helper.isAdmin ? 'admin' : null;
};

function pickable(
  snapshot: Snapshot,
  helper: Helper,
  { theme, moment }: { theme: string | null; moment: Date },
): Pickable[] {
  const [when, as] = [helperThere(snapshot, helper, moment), kindOf(helper)];
  if (!when || !as) return [];
  const { personId, firstName, lastName, themes } = helper;
  const unitName = snapshot.units.get(unitOfHelper(helper))?.name ?? '';
  const fits = theme !== null && helper.isExpert && themes.includes(theme);
  return [{ personId, firstName, lastName, unitName, as, themes, fits, ...there(when) }];
}

const there = ({ thereNow, from }: { thereNow: boolean; from: Date }) => ({ thereNow, from });

const bestFirst = (one: Pickable, other: Pickable): number =>
  Number(other.fits) - Number(one.fits) ||
  one.from.getTime() - other.from.getTime() ||
  one.lastName.localeCompare(other.lastName, 'nl-BE') ||
  one.firstName.localeCompare(other.firstName, 'nl-BE');
