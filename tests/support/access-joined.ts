import { join } from 'node:path';
import pg from 'pg';
import '../../src/registry.server.ts';
import { findCluster } from '../../src/platform/server/cluster.ts';
import { closeDatabase } from '../../src/platform/server/db.ts';
import { stopQueue } from '../../src/platform/server/jobs.ts';
import type { Installation } from './installation.ts';

/** What a test has of a running installation from within. */
export type Joined = {
  /** SQL as the owner, past the wall: for looking, and for planting what no verb makes. */
  owner: pg.Pool;
  leave(): Promise<void>;
};

/**
 * From here on the doors of the code work in this process as they do in the installation's own: on its database, with
 * its secret, by its clock. Once for a process: settings are read once.
 */
export async function joinInstallation({
  dataFolder,
  url,
}: Pick<Installation, 'dataFolder' | 'url'>): Promise<Joined> {
  const cluster = await findCluster({ dataFolder });
  if (!cluster) throw new Error('The installation does not run.');
  const settings = {
    APP_DATABASE_URL: cluster.appUrl,
    SECRET_FILE: join(dataFolder, 'secret'),
    PUBLIC_URL: url,
    TEST_CLOCK: '1',
  };
  const before = Object.keys(settings).map((name) => [name, process.env[name]] as const);
  Object.assign(process.env, settings);
  const options = '-c timezone=UTC -c app.test_clock=1';
  const owner = new pg.Pool({ connectionString: cluster.ownerUrl, max: 2, options });
  return {
    owner,
    leave: async () => {
      await stopQueue();
      await closeDatabase();
      await owner.end();
      await cluster.leave();
      for (const [name, value] of before)
        if (value === undefined) Reflect.deleteProperty(process.env, name);
        else process.env[name] = value;
    },
  };
}
