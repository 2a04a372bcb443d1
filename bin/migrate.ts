import { migrate } from '#platform/server/migrate.ts';
import { jobs } from '../src/registry.server.ts';
import { withDatabase } from './database.ts';
import { readEnvironment } from './environment.ts';
import { command, print, say } from './terminal.ts';

/** Brings the database up to date with the code here: one of one's own, or ours, which is started for it when it does not run. */
await command(async () => {
  const ran = await withDatabase(readEnvironment(process.env), ({ ownerUrl, appRole }) =>
    migrate({ ownerUrl, appRole, jobs: Object.keys(jobs) }),
  );
  ran.forEach(print);
  say('start_migrated');
});
