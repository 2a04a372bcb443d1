import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { projectFolder } from '#platform/server/cluster-place.ts';
import { endChild, runErrand } from './child.ts';
import { errandVariables, variablesFor } from './environment.ts';
import { halted } from './halt.ts';
import { runSession, type Session } from './session.ts';
import { keepDatabase } from './start-database.ts';

/** `npm run dev`: the database, the worker and Vite, each of which picks up what changes; until Ctrl-C. */
await runSession(async (session) => {
  const { environment, lock, halt, running } = session;
  const database = await keepDatabase(environment, () => {});
  running.push(database);
  const variables = { ...variablesFor(environment, database.addresses().appUrl), NODE_ENV: 'development' };
  const script = join('bin', 'migrate.ts');
  const errand = { script, variables: errandVariables(environment), signal: halt, onChild: lock.remember };
  await runErrand({ ...errand, complaint: 'start_migrate_failed' });
  const vite = join('node_modules', 'vite', 'bin', 'vite.js');
  const where = ['--port', String(environment.port), '--strictPort', '--host', environment.host];
  const ends = [
    await begin(['--watch', '--watch-preserve-output', join('src', 'worker.ts')], { session, variables }),
    await begin([vite, 'dev', ...where], { session, variables }),
  ];
  await Promise.race([halted(halt), ...ends.map(({ ended }) => ended)]);
});

/** Starts a program that speaks to the terminal itself. */
async function begin(
  options: string[],
  { session, variables }: { session: Session; variables: NodeJS.ProcessEnv },
): Promise<{ ended: Promise<void> }> {
  const child = spawn(process.execPath, options, {
    cwd: projectFolder,
    env: variables,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  session.running.push({ stop: () => endChild(child) });
  if (child.pid !== undefined) await session.lock.remember(child.pid);
  return { ended: new Promise((done) => child.once('exit', () => done())) };
}
