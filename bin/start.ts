import { join } from 'node:path';
import { buildWhenChanged } from './build.ts';
import { runErrand, type Errand } from './child.ts';
import { errandVariables, variablesFor } from './environment.ts';
import { halted } from './halt.ts';
import { waitForAnswer } from './port.ts';
import { runSession, type Session } from './session.ts';
import { keepDatabase, type Database } from './start-database.ts';
import { migrateWhenChanged } from './start-migrate.ts';
import { keepRunning, type Part } from './start-part.ts';
import { setUpCode } from './start-set-up.ts';
import { print, say } from './terminal.ts';

/** `npm start`: everything that is needed to run, until Ctrl-C. docs/decisions/0002 tells what happens when it is killed. */
await runSession(async (session) => {
  const { environment, lock, halt, running } = session;
  const errand = { signal: halt, onChild: lock.remember };
  const code = await buildWhenChanged(errand);
  halt.throwIfAborted();
  const parts: Part[] = [];
  const database = await keepDatabase(environment, () => parts.forEach((part) => part.renew()));
  running.push(database);
  const { ownerUrl } = database.addresses();
  const variables = errandVariables(environment);
  await migrateWhenChanged({ ownerUrl, code }, { ...errand, variables });
  if (environment.demo) await loadDemo({ ...errand, variables });
  const opens = await setUpCode(ownerUrl, { ...errand, variables });
  halt.throwIfAborted();
  for (const name of ['web', 'worker'] as const) parts.push(keep(name, session, database));
  running.push(...parts);
  await Promise.race([waitForAnswer(environment, halt), halted(halt), ...parts.map((part) => part.broken)]);
  halt.throwIfAborted();
  for (const part of parts) part.settle();
  say('start_running', { address: environment.address });
  if (opens) tellCode(opens);
  await halted(halt);
});

/** DEMO=1. It leaves alone what has an organisation already. */
function loadDemo(errand: Pick<Errand, 'signal' | 'onChild' | 'variables'>): Promise<string> {
  const script = join('bin', 'seed.ts');
  return runErrand({ ...errand, script, options: ['demo'], complaint: 'start_demo_failed' });
}

/** On the screen alone: in no file of ours. */
function tellCode(code: string): void {
  say('start_set_up');
  print(`\n    ${code}\n`);
}

function keep(name: 'web' | 'worker', { environment, lock }: Session, database: Database): Part {
  return keepRunning({
    name,
    logFile: join(environment.dataFolder, 'log', `${name}.log`),
    variables: () => variablesFor(environment, database.addresses().appUrl),
    onChild: lock.remember,
  });
}
