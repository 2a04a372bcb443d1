import { setTimeout as pause } from 'node:timers/promises';
import { startCluster } from '#platform/server/cluster.ts';
import { openExternal, type Reached } from '#platform/server/external.ts';
import { refuseElsewhere } from '#platform/server/external-mark.ts';
import { reachedIn } from './database.ts';
import type { Environment } from './environment.ts';
import { explain, print, say, tellNews } from './terminal.ts';

export type Database = {
  /** As it runs now. */
  addresses: () => Reached;
  stop(): Promise<void>;
};

const pauseMs = { first: 500, most: 10_000 };

/** The database for as long as we run. `onMove` is called when it came back at another address. Throws ClusterTrouble, ExternalTrouble. */
export async function keepDatabase(
  { dataFolder, external }: Pick<Environment, 'dataFolder' | 'external'>,
  onMove: () => void,
): Promise<Database> {
  if (!external) {
    await refuseElsewhere(dataFolder);
    return keepCluster(dataFolder, onMove);
  }
  // Somebody else starts it, and again when it is gone; web and worker find it again by themselves.
  const reached = await openExternal(external, { dataFolder, log: tellNews(dataFolder) });
  return { addresses: () => reached, stop: async () => {} };
}

/** Runs our own, and again whenever it is gone. Throws ClusterTrouble when it does not start the first time. */
async function keepCluster(dataFolder: string, onMove: () => void): Promise<Database> {
  const log = tellNews(dataFolder);
  let cluster = await startCluster({ dataFolder, log });
  let stopping = false;
  let reviving: Promise<void> | undefined;

  async function watch(): Promise<void> {
    for (;;) {
      await cluster.lost;
      if (stopping) return;
      say('start_database_lost');
      const { port } = cluster;
      await (reviving = revive(port));
      if (stopping) return;
      say('start_database_back');
      if (cluster.port !== port) onMove();
    }
  }

  async function revive(port: number): Promise<void> {
    for (let waitMs = pauseMs.first; !stopping; waitMs = Math.min(waitMs * 2, pauseMs.most)) {
      try {
        cluster = await startCluster({ dataFolder, log, port });
        return;
      } catch (error) {
        print(explain(error));
        await pause(waitMs);
      }
    }
  }

  const watching = watch();
  return {
    addresses: () => reachedIn(cluster),
    stop: async () => {
      stopping = true;
      await reviving;
      await cluster.stop();
      await watching;
    },
  };
}
