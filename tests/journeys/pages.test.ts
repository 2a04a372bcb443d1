import { mkdir } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { expect, test } from '../support/journey.ts';
import { axe, lint } from '../support/page-lint.ts';
import { stepIn } from '../support/page-visit.ts';
import { visits } from '../support/page-visits.ts';
import { nextWorkingMorning } from '../support/working-day.ts';

// Every page as the one who uses it, wide and on a phone, light and dark: axe, and what any page must be. With SCREENS=1
// there is a picture of each in .cache/screens, to be looked at, and those of docs/screens are made anew; with FULL=1 the
// town is as full as after two years (`bin/seed town`).

/** Whom docs/screens shows what the house looks like; of the others no picture is kept. */
const shown = [
  ...['start-employee', 'start-helper', 'start-coordinator', 'ask', 'ask-urgent', 'question-waiting'],
  ...['question-helper', 'questions-helper', 'where', 'where-not-today', 'coach', 'me-away'],
];
const folderOf = (name: string) => (shown.includes(name) ? 'docs/screens' : '.cache/screens');

const allLooks = [
  { name: '1280', viewport: { width: 1280, height: 900 }, colorScheme: 'light' },
  { name: '320-dark', viewport: { width: 320, height: 640 }, colorScheme: 'dark' },
  { name: '320', viewport: { width: 320, height: 640 }, colorScheme: 'light' },
  { name: '1280-dark', viewport: { width: 1280, height: 900 }, colorScheme: 'dark' },
] as const;
// All four when pictures are made; else one page is seen wide and light, the next on a phone in the dark.
const looksOf = (at: number) => (process.env.SCREENS === '1' ? allLooks : [allLooks[at % 2]!]);

test.describe.configure({ mode: 'parallel' });

const fillingTakesMs = 120_000;

// Whoever is away at that hour has no question for long: by night or in a weekend other pages would be seen.
test.beforeAll(async ({ installation }) => {
  await installation.travelTo(nextWorkingMorning());
  if (process.env.FULL !== '1') return;
  test.setTimeout(fillingTakesMs);
  await installation.command('seed', 'town');
});

const saysNo = /^(Deze pagina is er niet|Dit kan je hier niet doen|Er ging iets mis)$/;

for (const [group, list] of Object.entries(visits))
  test.describe(group, () => {
    // In order, in one installation.
    test.describe.configure({ mode: 'default' });
    for (const [at, visit] of list.entries())
      test(`page ${visit.name}`, async ({ page }) => {
        await page.emulateMedia({ reducedMotion: 'reduce' });
        if (visit.as) await stepIn(page, visit.as);
        await visit.open(page);
        const no = page.getByRole('heading', { level: 1, name: saysNo });
        await expect(no, 'pages that say no').toHaveCount(visit.refused ? 1 : 0);
        for (const { name, viewport, colorScheme } of looksOf(at)) {
          await page.setViewportSize(viewport);
          await page.emulateMedia({ colorScheme });
          await lint(page);
          await axe(page);
          if (process.env.SCREENS === '1' && colorScheme === 'light')
            await keepPicture(page, `${visit.name}-${name}`, visit.name);
        }
      });
  });

async function keepPicture(page: Page, file: string, visit: string): Promise<void> {
  const folder = folderOf(visit);
  await mkdir(folder, { recursive: true });
  // As high as the page: the bar of a phone belongs below it, not across it.
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  await page.setViewportSize({ width: page.viewportSize()!.width, height });
  await page.screenshot({ path: `${folder}/${file}.png`, fullPage: true });
}
