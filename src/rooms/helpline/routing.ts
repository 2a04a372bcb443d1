import { addOpenMinutes, type Calendar } from '#platform/hours.ts';
import type { Candidate } from '#rooms/people/candidates.ts';
import type { Question } from './question.ts';

/** How long a question waits in silence, in open minutes of the asker's unit, before it moves on. */
export const silentAfterMinutes = 240;

/** Whoever said "ik help nu" gets this many open minutes before it counts as silence. */
export const claimedForMinutes = 480;

/** What routing needs to know: who may help at any moment, and when the asker's unit is open. */
export type RoutingWorld = { chainAt: (moment: Date) => Candidate[]; calendar: Calendar };

export type Placement = {
  holder: Candidate;
  /** When it moves on if nobody reacts: the moment that the asker is shown. */
  waitsUntil: Date;
  /** Everybody had a turn: the round begins anew. */
  newRound: boolean;
};

/**
 * Walks the chain: the first who had no turn in this round, else the first other than the one who has
 * it, else that one again. The clock starts when the helper is there. `tried` ends with the current holder.
 */
export function place(world: RoutingWorld, moment: Date, tried: readonly string[]): Placement {
  const chain = world.chainAt(moment);
  const fresh = chain.find((candidate) => !tried.includes(candidate.personId));
  const holder = fresh ?? chain.find((candidate) => candidate.personId !== tried.at(-1)) ?? chain[0];
  if (!holder) throw new Error('the chain is empty: an organisation without an active administrator');
  return { holder, waitsUntil: deadline(world, moment, holder), newRound: !fresh };
}

/** When a question moves on from a helper who got it at this moment and says nothing. */
export function deadline(world: RoutingWorld, moment: Date, { from }: Pick<Candidate, 'from'>): Date {
  return after(world.calendar, from > moment ? from : moment, silentAfterMinutes);
}

/**
 * Who gets it if it moves on at this moment, as things look now: whom place() would choose. Null when that is the one
 * who has it, or nobody.
 */
export function nextAt(world: RoutingWorld, moment: Date, tried: readonly string[]): string | null {
  if (world.chainAt(moment).length === 0) return null;
  const { personId } = place(world, moment, tried).holder;
  return personId === tried.at(-1) ? null : personId;
}

/** Who had a turn since the round began, the present holder last. */
export function triedIn(
  { holderId, roundStartedAt }: Pick<Question, 'holderId' | 'roundStartedAt'>,
  turns: readonly { personId: string; startedAt: Date }[],
): string[] {
  const others = turns
    .filter(({ personId, startedAt }) => startedAt >= roundStartedAt && personId !== holderId)
    .map(({ personId }) => personId);
  return holderId ? [...others, holderId] : others;
}

/**
 * Open minutes later, on a whole minute so that the moment which is kept is the one that is shown; in a
 * unit that never opens they are minutes like any other.
 */
export function after(calendar: Calendar, moment: Date, minutes: number): Date {
  const exact = addOpenMinutes(calendar, moment, minutes) ?? new Date(moment.getTime() + minutes * minuteMs);
  return new Date(Math.ceil(exact.getTime() / minuteMs) * minuteMs);
}

const minuteMs = 60_000;
