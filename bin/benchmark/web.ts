import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { projectFolder } from '#platform/server/cluster-place.ts';
import { endChild } from '../child.ts';
import { frugal } from '../start-part.ts';

export type Web = { base: URL; pid: number; stop: () => Promise<void> };

const patienceMs = 20_000;

/** A web process as in production, on a port of its own, that reaches the database at this address. */
export async function startWeb(port: number, databaseUrl: string, secretFile: string): Promise<Web> {
  const base = new URL(`http://localhost:${port}`);
  const child: ChildProcess = spawn(process.execPath, [...frugal, join('src', 'web.ts')], {
    cwd: projectFolder,
    env: {
      ...process.env,
      NODE_ENV: 'production',
      APP_DATABASE_URL: databaseUrl,
      SECRET_FILE: secretFile,
      PUBLIC_URL: base.origin,
      PORT: String(port),
      TEST_CLOCK: '0',
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  await answers(base);
  return { base, pid: child.pid!, stop: () => endChild(child) };
}

async function answers(base: URL): Promise<void> {
  const until = performance.now() + patienceMs;
  for (;;) {
    const reached = await fetch(new URL('/health', base)).then(
      () => true,
      () => false,
    );
    if (reached) return;
    if (performance.now() > until) throw new Error('the web process did not answer');
    await pause(50);
  }
}
