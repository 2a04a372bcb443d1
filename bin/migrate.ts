import { dataFolderOf } from '#platform/server/cluster-place.ts';
import { roles } from '#platform/server/cluster-session.ts';
import { withCluster } from '#platform/server/cluster.ts';
import { migrate } from '#platform/server/migrate.ts';
import { jobs } from '../src/registry.server.ts';
import { command, print, say, tellNews } from './terminal.ts';

/** Brings the database up to date with the code here: the one that runs, or one that is started for as long as it takes. */
await command(async () => {
  const dataFolder = dataFolderOf(process.env);
  const ran = await withCluster({ dataFolder, log: tellNews(dataFolder) }, ({ ownerUrl }) =>
    migrate({ ownerUrl, appRole: roles.app, jobs: Object.keys(jobs) }),
  );
  ran.forEach(print);
  say('start_migrated');
});
