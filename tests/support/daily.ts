import { daily, sweeps } from '../../src/registry.server.ts';
import type { Town } from './town.ts';

/** What a worker does in this town when it starts, and every day. */
export async function everyDay(town: Pick<Town, 'system'>): Promise<void> {
  for (const work of Object.values(daily)) await work(town.system);
}

/** One of the things that a worker does in this town about once a minute. */
export const sweepOnce = (town: Pick<Town, 'system'>, name: string): Promise<unknown> =>
  sweeps[name]!(town.system);
