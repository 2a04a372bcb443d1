import { join } from 'node:path';
import { projectFolder } from '#platform/server/cluster-place.ts';
import { inInstallation, refuse } from './installation.ts';
import { command, print, say } from './terminal.ts';

/** `bin/seed demo`: makes the demo world. Where an organisation is, it says so and leaves everything as it is. */
const [what, ...more] = process.argv.slice(2);

if (what !== 'demo' || more.length > 0) refuse('seed_usage');
else
  await command(() =>
    inInstallation(async () => {
      const { loadDemo } = await import('#rooms/onboarding/server/index.ts');
      const outcome = await loadDemo({ tell: print, folder: join(projectFolder, 'demo') });
      say(outcome === 'made' ? 'seed_done' : 'seed_exists');
    }),
  );
