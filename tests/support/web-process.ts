import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { readEnvironment, variablesFor } from '../../bin/environment.ts';
import { findCluster } from '../../src/platform/server/cluster.ts';
import { projectFolder } from '../../src/platform/server/cluster-place.ts';
import { freePort, type Installation } from './installation.ts';

/** One more web process beside those of an installation, on the same database. Nobody starts it again. */
export type WebProcess = {
  /** Without a slash at the end. */
  url: string;
  start(): Promise<void>;
  /** SIGTERM lets it finish what it is at; SIGKILL does not. */
  end(signal: 'SIGTERM' | 'SIGKILL'): Promise<void>;
};

const patienceMs = 30_000;

export async function openWebProcess(installation: Installation): Promise<WebProcess> {
  const { environment, dataFolder } = installation;
  const port = await freePort();
  const url = `http://localhost:${port}`;
  let child: ChildProcess;

  async function start(): Promise<void> {
    const cluster = await findCluster({ dataFolder });
    if (!cluster) throw new Error('The installation does not run.');
    const variables = variablesFor({ ...readEnvironment(environment), port, address: url }, cluster.appUrl);
    child = spawn(process.execPath, [join(projectFolder, 'src', 'web.ts')], {
      cwd: projectFolder,
      env: {
        ...environment,
        ...variables,
        ...{ PORT: String(port), PUBLIC_URL: url, NODE_ENV: 'production' },
      },
      stdio: 'ignore',
    });
    await cluster.leave();
    await waitUntilThere(url);
  }

  await start();
  return {
    url,
    start,
    end: async (signal) => {
      child.kill(signal);
      if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
    },
  };
}

async function waitUntilThere(url: string): Promise<void> {
  const last = performance.now() + patienceMs;
  while (performance.now() < last) {
    const answer = await fetch(`${url}/health`).catch(() => null);
    await answer?.body?.cancel();
    if (answer?.ok) return;
    await pause(100);
  }
  throw new Error(`Nothing answers at ${url}`);
}
