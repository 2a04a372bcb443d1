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

  async function watch(): Promise<void> {
    for (;;) {
      await cluster.lost;
      if (stopping) return;
      say('start_database_lost');
      const { port } = cluster;
      if (!(await revive(port))) return;
      say('start_database_back');
      if (cluster.port !== port) onMove();
    }
  }

  async function revive(port: number): Promise<boolean> {
    for (let waitMs = pauseMs.first; !stopping; waitMs = Math.min(waitMs * 2, pauseMs.most)) {
      try {
        cluster = await startCluster({ dataFolder, log, port });
        return true;
      } catch (error) {
        print(explain(error));
        await pause(waitMs);
      }
    }
    return false;
  }

  const watching = watch();
  return {
    cluster: () => cluster,
    stop: async () => {
      stopping = true;
      await cluster.stop();
      // It may have been in the middle of bringing the server back.
      await watching;
      await cluster.stop();
    },
  };
}
