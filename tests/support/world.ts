import { beforeAll } from 'vitest';
import '../../src/registry.server.ts';
import { asOwner, travelTo, useDatabase } from './database.ts';
import { joinNetwork, makeTown, type Town } from './town.ts';

export type { Name, Town } from './town.ts';

/**
 * The world of a room test: two organisations of one network and a third outside it, with the same
 * names, the same numbers and the same jobs, so that whatever crosses the wall is seen at once.
 */
export type World = { veurne: Town; koksijde: Town; brugge: Town };

/** Monday 23 November 2026, ten o'clock in Brussels: everybody is at work. */
export const mondayMorning = '2026-11-23 10:00';

/** To be called at the top of a test file. What it gives can be read inside tests. */
export function useWorld(): World {
  useDatabase();
  const world = {} as World;
  beforeAll(async () => {
    await travelTo('2026-01-05 10:00');
    for (const slug of ['veurne', 'koksijde', 'brugge'] as const) world[slug] = await makeTown(slug);
    await joinNetwork(world.veurne, world.koksijde);
    await travelTo(mondayMorning);
  });
  return world;
}

/** What stands in a table, past the wall. */
export const rowsOf = (table: string, where = 'true') => asOwner(`select * from ${table} where ${where}`);
