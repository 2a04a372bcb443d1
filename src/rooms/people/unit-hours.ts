import type { WeekHours } from '#platform/hours.ts';
import type { UnitNode } from './candidates.ts';
import { unitHours } from './opening.ts';

/** The opening hours that hold for a unit, as routing reckons them: its own, or of the nearest above it. */
export const hoursOfUnit = (units: readonly UnitNode[], defaultHours: WeekHours, unitId: string): WeekHours =>
  unitHours({ units: new Map(units.map((unit) => [unit.id, unit])), defaultHours }, unitId);

/** The units below one (null: below the organisation itself) whose hours are its hours, for they and all between have none. */
export const unitsThatFollow = <Unit extends Pick<UnitNode, 'id' | 'parentId' | 'hours'>>(
  units: readonly Unit[],
  aboveId: string | null,
): Unit[] =>
  units
    .filter(({ parentId, hours }) => parentId === aboveId && hours === null)
    .flatMap((unit) => [unit, ...unitsThatFollow(units, unit.id)]);
