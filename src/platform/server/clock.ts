/**
 * The time outside a transaction. Inside one it is `tx.now`, which the database gives and which tests
 * and journeys can move.
 */
export const clock = { now: (): Date => new Date() };
