import type { DemoCoach } from '#demo/people.ts';
import { addDays, dayOf, localDay } from '#platform/days.ts';
import { enterAt, type Tx } from '#platform/server/scope.ts';
import { changeUnitHours } from '#rooms/organisations/server/index.ts';
import { addDropIn, changeCard, changeHelper, giveRole, markAway } from '#rooms/people/server/index.ts';
import { workingDay } from '../moments.ts';
import type { Staff } from './staff.ts';
import type { Town } from './towns.ts';

/** Who does what, when units are open and coaches are there, and how they are reached. */
export async function giveParts(tx: Tx, town: Town, staff: Staff): Promise<void> {
  for (const { unit, week } of town.hours) await changeUnitHours(tx, staff.unitNamed(unit), week);
  for (const { number, kind, unit, themes } of town.parts) {
    const unitId = unit ? staff.unitNamed(unit) : null;
    await giveRole(tx, { personId: staff.withNumber(number).personId, kind, unitId, themes });
  }
  for (const [index, coach] of town.coaches.entries()) {
    const { personId, location } = staff.withNumber(coach.number);
    await changeHelper(tx, personId, {
      hours: coach.week,
      substituteId: coach.substitute ? staff.withNumber(coach.substitute).personId : null,
      alsoElsewhere: coach.alsoElsewhere ?? false,
      place: location,
    });
    await changeCard(tx, personId, {
      themes: coach.themes ?? [],
      about: coach.about ?? null,
      phone: `${town.phonesFrom}${60 + index}`,
      place: location,
    });
    if (coach.dropIn) await addDropIn(tx, personId, dropInFrom(coach.dropIn, tx.now));
  }
}

const daysInWeek = 7;

function dropInFrom(
  { weekday, everyWeeks, from, until, place }: NonNullable<DemoCoach['dropIn']>,
  now: Date,
) {
  const today = dayOf(localDay(now));
  const firstOn = addDays(today.name, (weekday - today.weekday + daysInWeek) % daysInWeek);
  return { firstOn, everyWeeks, lastOn: null, startsAt: from, endsAt: until, place };
}

/** Coaches who are away: from the beginning of the first day until the end of the last. */
export async function markAwayCoaches(tx: Tx, town: Town, staff: Staff): Promise<void> {
  for (const { number, awayDays } of town.coaches) {
    if (!awayDays) continue;
    const first = dayOf(workingDay(tx.now, -awayDays.from, new Set()));
    const last = dayOf(addDays(dayOf(workingDay(tx.now, 0, new Set())).name, awayDays.until));
    const at = { actor: tx.actor, moment: new Date(first.from) };
    const { personId } = staff.withNumber(number);
    await enterAt(tx, at, (past) => markAway(past, personId, { until: new Date(last.until) }));
  }
}
