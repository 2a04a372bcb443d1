import { found } from '#platform/errors.ts';
import type { Tx } from '#platform/server/scope.ts';
import { verb } from '#platform/server/verb.ts';
import { organisationOf } from '#rooms/organisations/server/index.ts';
import type { Candidate, Helper, Snapshot } from '../candidates.ts';
import { chainFor } from '../chain.ts';
import type { HelperCard } from '../helper-shown.ts';
import { personAsActor } from './actor.ts';
import { snapshotOf } from './snapshot.ts';

export type WhoHelps = {
  unitName: string;
  first: HelperCard;
  next: HelperCard | null;
  /** The unit's own coach who is the first to be there again, when somebody else comes before. */
  own: HelperCard | null;
  ictPhone: string | null;
  now: Date;
};

/** Who helps the person who asks: the first of their unit's chain, and who comes next. */
export const whoHelpsMe = verb('whoHelpsMe', async (tx): Promise<WhoHelps> => {
  const me = found(tx.actor.personId ? await personAsActor(tx, tx.actor.personId) : null);
  const snapshot = await snapshotOf(tx);
  const chain = chainFor(snapshot, me.unitId, { moment: tx.now, askerId: me.actor.personId });
  const around = { snapshot, unitId: me.unitId };
  const [first, next] = cardsOf(around, chain.slice(0, 2));
  const own = chain.filter(({ reason }) => reason.kind === 'own_coach').slice(0, 1);
  const [ownCoach] = first?.reason.kind === 'own_coach' ? [] : cardsOf(around, own);
  const { ictPhone } = await organisationOf(tx);
  return {
    ...{ unitName: me.unitName, first: found(first), next: next ?? null, own: ownCoach ?? null },
    ...{ ictPhone, now: tx.now },
  };
});

/**
 * Who helps each of these units, whether they are there this minute or not: the unit's own coach if it has one, else who
 * comes first. For what is said once, in a letter or on paper.
 */
export async function whoHelpsUnits(tx: Tx, unitIds: readonly string[]): Promise<Map<string, HelperCard>> {
  if (unitIds.length === 0) return new Map();
  const snapshot = await snapshotOf(tx);
  const cards = [...new Set(unitIds)].flatMap((unitId) => {
    const chain = chainFor(snapshot, unitId, { moment: tx.now, askerId: null });
    const first = chain.find(({ reason }) => reason.kind === 'own_coach') ?? chain[0];
    return first ? cardsOf({ snapshot, unitId }, [first]).map((card) => [unitId, card] as const) : [];
  });
  return new Map(cards);
}

/** The candidates as cards, for somebody of that unit. */
export const cardsOf = (
  { snapshot, unitId }: { snapshot: Snapshot; unitId: string },
  chain: readonly Candidate[],
): HelperCard[] =>
  chain.map((candidate) => {
    const helper = found(snapshot.helpers.find((one) => one.personId === candidate.personId));
    return {
      personId: candidate.personId,
      firstName: helper.firstName,
      lastName: helper.lastName,
      unitName: snapshot.units.get(unitOf(helper, unitId))?.name ?? '',
      place: helper.place,
      phone: helper.phone,
      reason: candidate.reason,
      thereNow: candidate.thereNow,
      from: candidate.from,
      until: candidate.until,
      leavesAt: candidate.leavesAt,
    };
  });

/** The unit for which somebody is shown: the one that asks if they coach it, else the first they coach, else their own. */
const unitOf = ({ coachOf, homeUnitId }: Helper, asking: string): string =>
  coachOf.includes(asking) ? asking : (coachOf[0] ?? homeUnitId);
