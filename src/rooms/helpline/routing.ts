import { addOpenMinutes, type Calendar } from '#platform/hours.ts';
import type { Candidate } from '#rooms/people/candidates.ts';

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
  /** Who would take over then, as things look now; null when there is nobody else. */
  nextId: string | null;
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
  const newRound = !fresh;
  const turns = newRound ? [holder.personId] : [...tried, holder.personId];
  return { ...deadline(world, moment, holder, turns), holder, newRound };
}

/** The same for a helper who is known already, such as the one who answered before. */
export function deadline(
  world: RoutingWorld,
  moment: Date,
  holder: Pick<Candidate, 'personId' | 'from'>,
  turns: readonly string[],
): Pick<Placement, 'waitsUntil' | 'nextId'> {
  const start = holder.from > moment ? holder.from : moment;
  const waitsUntil = after(world.calendar, start, silentAfterMinutes);
  const chain = world.chainAt(waitsUntil);
  const next =
    chain.find((candidate) => !turns.includes(candidate.personId)) ??
    chain.find((candidate) => candidate.personId !== holder.personId);
  return { waitsUntil, nextId: next?.personId ?? null };
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
