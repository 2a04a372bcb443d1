// When a unit is open, and when somebody who helps it works by their pattern. Pure.
import { firstOpen, type Calendar, type WeekHours } from '#platform/hours.ts';
import type { Helper, Snapshot, UnitNode } from './candidates.ts';
import { thereForMinutes } from './presence.ts';

type Units = Pick<Snapshot, 'units' | 'defaultHours'>;

/** The nearest unit upwards that has hours of its own; null when none has. Survives a cycle of parents. */
function hoursGiver({ units }: Units, unitId: string): UnitNode | null {
  const seen = new Set<string>();
  for (let unit = units.get(unitId); unit && !seen.has(unit.id); unit = units.get(unit.parentId ?? '')) {
    if (unit.hours) return unit;
    seen.add(unit.id);
  }
  return null;
}

/** The hours of the nearest unit upwards that has its own, else the organisation's. */
export const unitHours = (snapshot: Units, unitId: string): WeekHours =>
  hoursGiver(snapshot, unitId)?.hours ?? snapshot.defaultHours;

const noDays: ReadonlySet<string> = new Set();

/** Hours and closed days of a unit. Open on closing days is a unit that says so, or that takes its hours from one. */
export function unitCalendar(snapshot: Omit<Snapshot, 'helpers'>, unitId: string): Calendar {
  const says = snapshot.units.get(unitId)?.openOnClosingDays;
  const alwaysOpen = says || hoursGiver(snapshot, unitId)?.openOnClosingDays;
  return { hours: unitHours(snapshot, unitId), closed: alwaysOpen ? noDays : snapshot.closed };
}

/** A coach without a pattern has the hours of the unit they coach: the one that is asked about, else the own unit. */
export function helperCalendar(snapshot: Snapshot, helper: Helper, unitId: string): Calendar {
  if (helper.hours) return { hours: helper.hours, closed: snapshot.closed };
  return unitCalendar(snapshot, helper.coachOf.includes(unitId) ? unitId : helper.homeUnitId);
}

/**
 * The first moment from which the unit is open as long as a new question needs: in its last minutes that is the next
 * time it opens. `moment` itself when it never is.
 */
export const opensAt = (snapshot: Snapshot, unitId: string, moment: Date): Date =>
  firstOpen(unitCalendar(snapshot, unitId), moment, thereForMinutes) ?? moment;
