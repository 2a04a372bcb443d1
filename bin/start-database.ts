import { setTimeout as pause } from 'node:timers/promises';
import { startCluster, type Cluster } from '#platform/server/cluster.ts';
import { explain, print, say, tellNews } from './terminal.ts';

export type Database = {
  /** As it runs now. */
  cluster: () => Cluster;
  stop(): Promise<void>;
};

const pauseMs = { first: 500, most: 10_000 };

/**
 * Runs the database, and again whenever it is gone. `onMove` is called when it came back at another address.
 * Throws ClusterTrouble when it does not start the first time.
 */
export async function keepDatabase(dataFolder: string, onMove: () => void): Promise<Database> {
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
    cluster: () => cluster,
    stop: async () => {
      stopping = true;
      await reviving;
      await cluster.stop();
      await watching;
    },
  };
}
