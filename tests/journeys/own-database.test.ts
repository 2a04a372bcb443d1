import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { test as base, expect } from '@playwright/test';
import { readLivingNote } from '../../src/platform/server/cluster-server.ts';
import { findPlace, projectFolder } from '../../src/platform/server/cluster-place.ts';
import { startCluster } from '../../src/platform/server/cluster.ts';
import { pointing } from '../support/hands.ts';
import { openInstallation } from '../support/installation.ts';
import { processesOf } from '../support/processes.ts';
import { signIn } from '../support/signing-in.ts';
import { nextWorkingMorning } from '../support/working-day.ts';

/** What the process was given, where the system tells that. */
const environmentOf = (pid: number): string =>
  existsSync(`/proc/${pid}/environ`) ? readFileSync(`/proc/${pid}/environ`, 'utf8') : '';
const commandOf = (pid: number): string =>
  existsSync(`/proc/${pid}/cmdline`) ? readFileSync(`/proc/${pid}/cmdline`, 'utf8') : '';

async function webAs(appUrl: string, environment: NodeJS.ProcessEnv) {
  const given = {
    APP_DATABASE_URL: appUrl,
    DATABASE_URL: '',
    SECRET_FILE: join(projectFolder, '.cache', 'none'),
  };
  const child = spawn(process.execPath, [join('src', 'web.ts')], {
    cwd: projectFolder,
    env: { ...environment, ...given, NODE_ENV: 'production' },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (chunk) => (said += chunk));
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, said: said.trim() };
}

// The server of somebody else is one of ours, started for this test alone: killed, and started again when it suits.
base('on a PostgreSQL of one’s own people are helped, and it may go and come back', async ({ browser }) => {
  base.setTimeout(300_000);
  const dataFolder = join(projectFolder, '.cache', `own-database-${process.pid}`);
  let cluster = await startCluster({ dataFolder });
  const { ownerUrl, appUrl, port } = cluster;
  const given = { DATABASE_URL: ownerUrl, APP_DATABASE_URL: appUrl };
  const installation = await openInstallation(11, given);
  try {
    expect(existsSync(join(installation.dataFolder, 'postgres'))).toBe(false);
    const parts = (await processesOf(installation.dataFolder)).filter((pid) =>
      /src\/(web|worker)\.ts/.test(commandOf(pid)),
    );
    if (existsSync('/proc/self/environ')) expect(parts).toHaveLength(2);
    for (const pid of parts) {
      expect(environmentOf(pid)).toContain(`APP_DATABASE_URL=${appUrl}`);
      expect(environmentOf(pid)).not.toContain(new URL(ownerUrl).password);
    }

    const page = await (await browser.newContext({ baseURL: installation.url })).newPage();
    const hands = pointing(page);
    await installation.travelTo(nextWorkingMorning());
    await signIn(page, { hands, installation, address: 'karim.feys@veurne.example' });
    const question = 'Waar vind ik de bestanden van vorig jaar?';
    await page.goto('/veurne/vragen/nieuw');
    await hands.write(/^Je vraag/, question);
    await hands.press(/^Stel (je|mijn) vraag/);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(question);
    const asked = page.url();

    const place = await findPlace(dataFolder);
    process.kill((await readLivingNote(place!.folder))!.pid, 'SIGKILL');
    await cluster.lost;
    const answer = await page.goto(asked);
    expect(answer?.status()).toBe(500);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    expect((await fetch(`${installation.url}/health`)).status).toBe(503);
    cluster = await startCluster({ dataFolder, port });
    await expect.poll(async () => (await page.goto(asked))?.status(), { timeout: 30_000 }).toBe(200);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(question);

    expect(await installation.command('organisation', 'link', 'veurne')).toContain(installation.url);
    const refused = await webAs(ownerUrl, installation.environment);
    expect(refused).toEqual({ code: 78, said: expect.stringContaining('trekkracht_owner') });
  } finally {
    await installation.close();
    await cluster.stop();
    const place = await findPlace(dataFolder);
    for (const folder of [place?.folder, dataFolder]) if (folder) await rm(folder, { recursive: true });
  }
});
