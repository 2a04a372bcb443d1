import { beforeEach } from 'vitest';
import { asOwner, travelTo } from '../../../../tests/support/database.ts';
import { mondayMorning, useWorld, type Name } from '../../../../tests/support/world.ts';
import type { LeavingPlan } from '../leaving.ts';
import { leaveByThemselves } from './leave.ts';

// Colleagues who stop as a coach or go from here, in the world of a room test.

export const friday = '2026-11-27';

export const stop: LeavingPlan = {
  ...{ kind: 'coach', lastDay: friday, keeperId: null, dropInsTo: null, standsInId: null, word: null },
};

export const go: LeavingPlan = { ...stop, kind: 'job' };

/** To be called at the top of a test file. Each test begins with nobody who leaves, on the Monday. */
export function useLeavingWorld() {
  const world = useWorld();
  const id = (name: Name) => world.veurne.personId(name);
  beforeEach(async () => {
    await travelTo(mondayMorning);
    for (const table of ['leaving', 'drop_in', 'notification', 'hand_edit'])
      await asOwner(`delete from ${table}`);
    await asOwner('update appointment set ends_on = null');
    await asOwner('update role set ends_on = null');
    await asOwner(`delete from role where starts_on > '2026-01-05'`);
    await asOwner('update helper set substitute_id = null');
  });
  return {
    world,
    id,
    as: (name: Name) => world.veurne.as(name),
    sweep: () => leaveByThemselves(world.veurne.system),
    lastDays: async (name: Name) => {
      const [row] = await asOwner<{ appointment: string | null; role: string | null }>(
        `select a.ends_on::text as appointment, r.ends_on::text as role
           from appointment a left join role r on r.appointment_id = a.id where a.person_id = $1`,
        [id(name)],
      );
      return row;
    },
  };
}
