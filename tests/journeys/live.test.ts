import type { BrowserContext, Page, Request } from '@playwright/test';
import { expect, test } from '../support/journey.ts';
import { answer, openScene, seenInAllTabs } from '../support/live-scene.ts';

// What others do appears by itself: one stream for a browser, whatever its tabs, and nothing that is being typed is lost.
// Two web processes, and what happens when they are killed, are in tests/long/live-updates.ts.

/** The streams that a browser has open. */
function streamsOf(context: BrowserContext): Set<string> {
  const open = new Set<string>();
  const isStream = (url: string) => /\/live\?/.test(url);
  context.on('request', (request) => isStream(request.url()) && open.add(request.url()));
  const close = (request: Request) => void open.delete(request.url());
  context.on('requestfinished', close).on('requestfailed', close);
  return open;
}

/** As when another window covers it, or another tab is in front. */
const show = (page: Page, state: 'visible' | 'hidden') =>
  page.evaluate((state) => {
    Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => state });
    document.dispatchEvent(new Event('visibilitychange'));
  }, state);

test('an answer appears in every tab, and leaves what is being typed alone', async ({
  installation,
  browser,
  baseURL,
}) => {
  const scene = await openScene({ installation, browser, baseURL: baseURL! }, 2);
  const [first, second] = scene.tabs as [Page, Page];
  const streams = streamsOf(first.context());
  await Promise.all(scene.tabs.map((tab) => tab.reload()));
  await expect.poll(() => streams.size).toBe(1);

  const draft = second.getByLabel(/^Je bericht/);
  await draft.fill('Ik probeerde al');
  await draft.press('Home');
  await answer(scene, 'Kijk in de instellingen, bij Handtekening.');
  await seenInAllTabs(scene, 'bij Handtekening');
  await expect(second.getByRole('status').filter({ hasText: 'Er is iets nieuws voor jou.' })).toBeAttached();
  await second.keyboard.type('Hallo. ');
  await expect(draft).toHaveValue('Hallo. Ik probeerde al');
  expect(streams.size).toBe(1);

  // Nobody looks: no stream. Whoever looks again sees what happened meanwhile.
  for (const tab of scene.tabs) await show(tab, 'hidden');
  await expect.poll(() => streams.size).toBe(0);
  await answer(scene, 'Of bel mij even, dan kijken we samen.');
  await first.waitForTimeout(1_000);
  await expect(first.getByText('dan kijken we samen')).toHaveCount(0);
  for (const tab of scene.tabs) await show(tab, 'visible');
  await seenInAllTabs(scene, 'dan kijken we samen');
  await expect(draft).toHaveValue('Hallo. Ik probeerde al');
  expect(streams.size).toBe(1);
});

test('a form that came back with a fault keeps it, and what was done stays said', async ({
  installation,
  browser,
  baseURL,
}) => {
  const scene = await openScene({ installation, browser, baseURL: baseURL! }, 1);
  const [tab] = scene.tabs as [Page];
  await tab.getByRole('button', { name: 'Verstuur bericht' }).click();
  const fault = tab.getByRole('alert').first();
  await expect(fault).toBeVisible();
  await answer(scene, 'Kijk in de instellingen, bij Handtekening.');
  await seenInAllTabs(scene, 'bij Handtekening');
  await expect(fault).toBeVisible();
  await tab.getByLabel(/^Je bericht/).fill('Dank je');
  await tab.getByRole('button', { name: 'Verstuur bericht' }).click();
  const done = tab.getByText('Je bericht is verstuurd.');
  await expect(done).toBeVisible();
  await answer(scene, 'Graag gedaan, tot de volgende.');
  await seenInAllTabs(scene, 'tot de volgende');
  await expect(done).toBeVisible();
});
