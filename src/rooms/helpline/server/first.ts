import { Invalid } from '#platform/errors.ts';
import type { Tx } from '#platform/server/scope.ts';
import { chainFor, unitOfHelper } from '#rooms/people/chain.ts';
import type { Way } from '../forms.ts';
import type { StepReason } from '../question.ts';
import { after, claimedForMinutes, deadline, place, type RoutingWorld } from '../routing.ts';
import { aroundAsker, chosenCoach, type CoachChoice } from './coaches.ts';
import { everybodyIn } from './cover.ts';
import { routingWorld } from './steps.ts';

/** What decides who has a new question first. `claimedBy`: the helper who wrote it down and is at it. */
export type Wanted = {
  askerId: string;
  unitId: string;
  theme: string | null;
  way: Way;
  coachId: string | null;
  claimedBy: string | null;
};

/** Who has it first, of which unit it then is, and when it moves on. */
export type First = {
  unitId: string;
  state: 'waiting' | 'claimed';
  holderId: string;
  reason: StepReason;
  from: Date;
  waitsUntil: Date;
};

/**
 * The first holder of a question. Asked outside the own unit or under cover it is of the unit of that holder, so that
 * no list tells the asker's.
 */
export async function firstOf(tx: Tx, wanted: Wanted): Promise<First> {
  const { unitId, theme, askerId, way, coachId, claimedBy } = wanted;
  if (way === 'cover' && !coachId) throw new Invalid({ coachId: 'helpline_coach_missing' });
  if (claimedBy) return noted(tx, await routingWorld(tx, wanted), { unitId, helperId: claimedBy });
  if (way === 'unit' && !coachId) return firstInChain(tx, await routingWorld(tx, wanted), unitId);
  const around = await aroundAsker(tx, askerId);
  const skip = way === 'unit' ? undefined : everybodyIn(around.off);
  if (coachId) {
    const coach = chosenCoach(around, { coachId, way, moment: tx.now });
    const unit = way === 'unit' ? unitId : coach.unitId;
    return firstIsChosen(tx, await routingWorld(tx, { unitId: unit, theme, askerId, skip }), { unit, coach });
  }
  const [nearest] = chainFor(around.snapshot, unitId, { theme, moment: tx.now, askerId, skip });
  const helper = around.snapshot.helpers.find(({ personId }) => personId === nearest?.personId);
  if (!helper) throw new Invalid({ way: 'helpline_nobody_outside' });
  const unit = unitOfHelper(helper);
  return firstInChain(tx, await routingWorld(tx, { unitId: unit, theme, askerId, skip }), unit);
}

function firstInChain(tx: Tx, world: RoutingWorld, unitId: string): First {
  const { holder, waitsUntil } = place(world, tx.now, []);
  const { personId: holderId, reason, from } = holder;
  return { unitId, state: 'waiting', holderId, reason, from, waitsUntil };
}

/** The one the asker chose, before anybody of the chain; after silence the chain. */
export function firstIsChosen(
  tx: Tx,
  world: RoutingWorld,
  { unit, coach }: { unit: string; coach: CoachChoice },
): First {
  const { personId: holderId, from } = coach;
  const waitsUntil = deadline(world, tx.now, coach);
  return { unitId: unit, state: 'waiting', holderId, reason: { kind: 'chosen' }, from, waitsUntil };
}

/** Whoever wrote it down for a colleague is at it already. */
function noted(
  tx: Tx,
  world: RoutingWorld,
  { unitId, helperId }: { unitId: string; helperId: string },
): First {
  const waitsUntil = after(world.calendar, tx.now, claimedForMinutes);
  const turn = { holderId: helperId, reason: { kind: 'noted' } as const, from: tx.now };
  return { unitId, state: 'claimed', ...turn, waitsUntil };
}
