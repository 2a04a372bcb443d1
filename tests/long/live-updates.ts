// Live updates as they are in a server room: two web processes beside one database, behind a proxy; a colleague with
// seven tabs open in one browser. Round after round a process is stopped or killed while the coach answers.
// `node tests/long/live-updates.ts [rounds]`; ends with 0 when every line is true.
import { setTimeout as pause } from 'node:timers/promises';
import { chromium, expect } from '@playwright/test';
import { openBalancer } from '../support/balancer.ts';
import { chromiumOptions, findChromium } from '../support/chromium.ts';
import { openInstallation } from '../support/installation.ts';
import { answer, openScene, seenInAllTabs } from '../support/live-scene.ts';
import { openWebProcess } from '../support/web-process.ts';

const rounds = Number(process.argv[2] ?? 20);
const tabCount = 7;

const installation = await openInstallation(8);
const second = await openWebProcess(installation);
const balancer = await openBalancer([installation.url, second.url]);
const browser = await chromium.launch({
  executablePath: findChromium() ?? undefined,
  args: chromiumOptions,
});

const took: number[] = [];
const say = (line: string) => console.log(`   ✓ ${line}`);

const oneStreamEach = () => expect.poll(balancer.streams, { timeout: 60_000 }).toEqual([1, 1]);

/** Reloading all tabs at once would never end if streams held the six connections that a browser has. */
async function noRequestWaits(tabs: Awaited<ReturnType<typeof openScene>>['tabs']): Promise<void> {
  await Promise.all(tabs.map((tab) => tab.reload()));
  const answers = tabs.map((tab) => tab.evaluate(async () => (await fetch('/health')).status));
  expect(await Promise.all(answers)).toEqual(tabs.map(() => 200));
}

try {
  const scene = await openScene({ installation, browser, baseURL: balancer.url }, tabCount);
  await oneStreamEach();
  say(`${tabCount} tabs of one browser have one stream, and so has the browser of the coach`);
  await noRequestWaits(scene.tabs);
  await oneStreamEach();
  say('no request waits behind a stream');

  const draft = scene.tabs[3]!.getByLabel(/^Je bericht/);
  await draft.fill('Ik typ nog');
  await draft.focus();
  for (let round = 1; round <= rounds; round++) {
    const how = round % 2 === 0 ? 'SIGTERM' : 'SIGKILL';
    await second.end(how);
    await answer(scene, `Antwoord ${round}a, zonder het tweede proces.`);
    took.push(await seenInAllTabs(scene, `Antwoord ${round}a`));
    await second.start();
    await answer(scene, `Antwoord ${round}b, met twee processen.`);
    took.push(await seenInAllTabs(scene, `Antwoord ${round}b`));
    await oneStreamEach();
  }
  say(`${rounds} times a process was stopped or killed: every tab came back and saw what happened meanwhile`);

  await second.end('SIGKILL');
  await installation.kill();
  await pause(5_000);
  await installation.start();
  await second.start();
  await answer(scene, 'Antwoord na een nacht zonder stroom.');
  took.push(await seenInAllTabs(scene, 'Antwoord na een nacht'));
  say('after a SIGKILL of everything, database too, the tabs come back by themselves');
  await expect(draft).toHaveValue('Ik typ nog');
  await expect(draft).toBeFocused();
  say('what was being typed meanwhile is there, and so is the cursor');
  const sorted = took.toSorted((a, b) => a - b);
  console.log(
    `   the last of ${tabCount} tabs saw an answer after ${sorted[sorted.length >> 1]} ms (median), ${sorted.at(-1)} ms (longest)`,
  );
} finally {
  await browser.close();
  await balancer.close();
  await second.end('SIGTERM');
  await installation.close();
}
