import { Invalid } from '#platform/errors.ts';
import type { Tx } from '#platform/server/scope.ts';
import type { Helper, Snapshot } from '#rooms/people/candidates.ts';
import { helperThere, unitOfHelper } from '#rooms/people/chain.ts';
import { snapshotOf } from '#rooms/people/server/index.ts';
import type { Way } from '../forms.ts';
import { keptOff, type KeptOff } from './cover.ts';

/** A coach as the asker may choose one: with the unit they coach, and from when they are there. */
export type CoachChoice = {
  personId: string;
  firstName: string;
  lastName: string;
  unitId: string;
  unitName: string;
  /** They work in the asker's unit, or coach it: under cover the others are shown first. */
  isOwnUnit: boolean;
  thereNow: boolean;
  from: Date;
};

/** What choosing a coach reads. */
export type Around = { snapshot: Snapshot; off: KeptOff; askerId: string };

export const aroundAsker = async (tx: Tx, askerId: string): Promise<Around> => ({
  snapshot: await snapshotOf(tx),
  off: await keptOff(tx, askerId),
  askerId,
});

/**
 * The coaches one may choose, who is there first first. Outside the own unit: nobody of it and no manager. Under cover:
 * no manager, and whoever is of the own unit last. Left out is who is not there within the look-ahead.
 */
export function coachesFor({ snapshot, off, askerId }: Around, way: Way, moment: Date): CoachChoice[] {
  const choices = snapshot.helpers
    .filter((coach) => coach.coachOf.length > 0 && coach.personId !== askerId)
    .filter(({ personId }) => way === 'unit' || !off.managers.has(personId))
    .filter(({ personId }) => way !== 'outside' || !off.ownUnit.has(personId))
    .flatMap((coach) => choiceOf({ snapshot, off }, coach, moment) ?? [])
    .toSorted((a, b) => a.from.getTime() - b.from.getTime() || a.firstName.localeCompare(b.firstName, 'nl'));
  if (way === 'unit') return choices;
  return [...choices.filter((one) => !one.isOwnUnit), ...choices.filter((one) => one.isOwnUnit)];
}

function choiceOf(
  { snapshot, off }: Pick<Around, 'snapshot' | 'off'>,
  coach: Helper,
  moment: Date,
): CoachChoice | null {
  const there = helperThere(snapshot, coach, moment);
  if (!there) return null;
  const { personId, firstName, lastName } = coach;
  const unitId = unitOfHelper(coach);
  return {
    personId,
    firstName,
    lastName,
    unitId,
    unitName: snapshot.units.get(unitId)?.name ?? '',
    isOwnUnit: off.ownUnit.has(personId),
    thereNow: there.thereNow,
    from: there.from,
  };
}

/** The coach who was chosen, if they may be for this way and are there in time; else Invalid, at `coachId`. */
export function chosenCoach(around: Around, { coachId, way, moment }: Chosen): CoachChoice {
  const choice = coachesFor(around, way, moment).find(({ personId }) => personId === coachId);
  if (choice) return choice;
  const isCoach = around.snapshot.helpers.some((one) => one.personId === coachId && one.coachOf.length > 0);
  const isThere = coachesFor(around, 'unit', moment).some(({ personId }) => personId === coachId);
  throw new Invalid({ coachId: isCoach && !isThere ? 'helpline_coach_away' : 'helpline_coach_not_for_this' });
}

type Chosen = { coachId: string; way: Way; moment: Date };
