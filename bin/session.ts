import { readEnvironment, makeSecret, type Environment } from './environment.ts';
import { haltSignal } from './halt.ts';
import { takeTurn, type Lock } from './lock.ts';
import { checkPort } from './port.ts';
import { command, say } from './terminal.ts';

export type Session = {
  environment: Environment;
  lock: Lock;
  /** Aborts when we are to stop. */
  halt: AbortSignal;
  /** Whatever is put in here is stopped afterwards, the last first. */
  running: { stop(): Promise<void> }[];
};

/** What `npm start` and `npm run dev` have in common: one of them for each data folder, stopped cleanly. Ends the process. */
export async function runSession(work: (session: Session) => Promise<void>): Promise<never> {
  const halt = haltSignal();
  await command(async () => {
    const environment = readEnvironment(process.env);
    const lock = await takeTurn(environment);
    const session: Session = { environment, lock, halt, running: [] };
    try {
      if (lock.recovered) say('start_recovered');
      await checkPort(environment);
      await makeSecret(environment.secretFile);
      await work(session);
    } catch (error) {
      if (!halt.aborted) throw error;
    } finally {
      await end(session);
    }
  });
  process.exit();
}

async function end({ lock, halt, running }: Session): Promise<void> {
  await lock.announceStop();
  if (halt.aborted) say('start_stopping');
  for (const each of running.reverse()) await each.stop();
  await lock.release();
  if (halt.aborted) say('start_stopped');
}
