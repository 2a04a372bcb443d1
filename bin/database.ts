import { roles } from '#platform/server/cluster-session.ts';
import { findCluster, startCluster, type Cluster } from '#platform/server/cluster.ts';
import { openExternal, type Reached } from '#platform/server/external.ts';
import { refuseElsewhere } from '#platform/server/external-mark.ts';
import type { Environment } from './environment.ts';
import { tellNews } from './terminal.ts';

type Where = Pick<Environment, 'dataFolder' | 'external'>;

/** As it runs now; whoever leaves last stops it, when it is our own. */
export type Found = Reached & { leave(): Promise<void> };

export const reachedIn = ({ ownerUrl, appUrl }: Cluster): Reached => ({
  ownerUrl,
  appUrl,
  appRole: roles.app,
});

const foundIn = (cluster: Cluster): Found => ({ ...reachedIn(cluster), leave: () => cluster.leave() });

/** The database when it runs, or null. Starts nothing. Throws ExternalTrouble. */
export async function findDatabase({ dataFolder, external }: Where): Promise<Found | null> {
  if (external)
    return {
      ...(await openExternal(external, { dataFolder, log: tellNews(dataFolder) })),
      leave: async () => {},
    };
  await refuseElsewhere(dataFolder);
  const cluster = await findCluster({ dataFolder });
  return cluster && foundIn(cluster);
}

/** Does the work with the database; our own is started for it when it does not run. Throws ClusterTrouble, ExternalTrouble. */
export async function withDatabase<T>(where: Where, work: (database: Reached) => Promise<T>): Promise<T> {
  const { dataFolder } = where;
  const database =
    (await findDatabase(where)) ?? foundIn(await startCluster({ dataFolder, log: tellNews(dataFolder) }));
  try {
    return await work(database);
  } finally {
    await database.leave();
  }
}
