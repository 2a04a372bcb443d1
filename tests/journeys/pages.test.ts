import { mkdir, readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { expect, test } from '../support/journey.ts';
import { axe, lint } from '../support/page-lint.ts';

// Every page as the one who uses it, wide and on a phone, light and dark: axe, and what any page must be. With SCREENS=1 the
// pictures in docs/screens/ are made anew.

type Visit = { name: string; as: string | null; open: (page: Page) => Promise<unknown> };

const helperLists = ['/veurne/vragen', '/veurne/vragen?lijst=dienst', '/veurne/vragen?lijst=klaar'];

const visits: Visit[] = [
  { name: 'sign-in', as: null, open: (page) => page.goto('/aanmelden') },
  { name: 'sign-in-code', as: null, open: (page) => page.goto('/aanmelden/code') },
  { name: 'sign-in-link', as: null, open: (page) => page.goto('/aanmelden/link?token=nonsense') },
  { name: 'start-employee', as: 'medewerker', open: (page) => page.goto('/veurne') },
  { name: 'start-helper', as: 'digicoach', open: (page) => page.goto('/veurne') },
  { name: 'ask', as: 'medewerker', open: (page) => page.goto('/veurne/vragen/nieuw') },
  { name: 'ask-look-alikes', as: 'medewerker', open: typeSomething },
  { name: 'ask-empty', as: 'medewerker', open: sendNothing },
  { name: 'questions-employee', as: 'medewerker', open: (page) => page.goto('/veurne/vragen') },
  { name: 'questions-helper', as: 'digicoach', open: (page) => page.goto('/veurne/vragen') },
  { name: 'questions-coordinator', as: 'coördinator', open: (page) => page.goto('/veurne/vragen') },
  { name: 'question-employee', as: 'medewerker', open: askSomething },
  { name: 'question-helper', as: 'digicoach', open: (page) => openFirst(page, ...helperLists) },
  { name: 'question-done', as: 'digicoach', open: (page) => openFirst(page, '/veurne/vragen?lijst=klaar') },
  { name: 'share', as: 'digicoach', open: share },
  { name: 'tips', as: 'medewerker', open: (page) => page.goto('/veurne/tips') },
  { name: 'tip', as: 'medewerker', open: (page) => openFirst(page, '/veurne/tips') },
  { name: 'tip-change', as: 'digicoach', open: changeTip },
  { name: 'tip-new', as: 'medewerker', open: (page) => page.goto('/veurne/tips/nieuw') },
  { name: 'search', as: 'medewerker', open: (page) => page.goto('/veurne/zoeken?q=handtekening') },
  { name: 'search-nothing', as: 'medewerker', open: (page) => page.goto('/veurne/zoeken?q=xylofoon') },
  { name: 'more', as: 'beheerder', open: (page) => page.goto('/veurne/meer') },
  { name: 'me', as: 'digicoach', open: (page) => page.goto('/veurne/ik') },
  { name: 'my-hours', as: 'digicoach', open: (page) => page.goto('/veurne/ik/uren') },
  { name: 'demo-mail', as: 'digicoach', open: (page) => page.goto('/veurne/post') },
  { name: 'people', as: 'coördinator', open: (page) => page.goto('/veurne/mensen') },
  { name: 'person', as: 'coördinator', open: (page) => openFirst(page, '/veurne/mensen?q=Tanghe') },
  { name: 'staff-list', as: 'HR', open: (page) => page.goto('/veurne/personeelslijst') },
  { name: 'staff-list-preview', as: 'HR', open: preview },
  { name: 'units', as: 'coördinator', open: (page) => page.goto('/veurne/diensten') },
  { name: 'unit', as: 'coördinator', open: (page) => openFirst(page, '/veurne/diensten') },
  { name: 'organisation', as: 'beheerder', open: (page) => page.goto('/veurne/beheer') },
  {
    name: 'not-found',
    as: 'medewerker',
    open: (page) => page.goto('/veurne/vragen/00000000-0000-7000-8000-000000000000'),
  },
  { name: 'not-allowed', as: 'medewerker', open: (page) => page.goto('/veurne/mensen') },
];

/** The first of a list; of the first list that has any: what waits for a coach differs from day to day. */
async function openFirst(page: Page, ...addresses: string[]) {
  const first = page.locator('main ul.rows a, main table a, main .rows a').first();
  for (const address of addresses) {
    await page.goto(address);
    if ((await first.count()) > 0) break;
  }
  await first.click();
  await page.waitForLoadState();
}

async function typeSomething(page: Page) {
  await page.goto('/veurne');
  await page.getByLabel(/^Je vraag/).fill('mijn handtekening staat niet onder mijn mails');
  await expect(page.getByRole('heading', { name: 'Misschien is je antwoord er al' })).toBeVisible();
}

async function sendNothing(page: Page) {
  await page.goto('/veurne/vragen/nieuw');
  await page.getByRole('button', { name: 'Stel je vraag' }).click();
  await expect(page.getByText('Schrijf eerst je vraag.')).toBeVisible();
}

async function askSomething(page: Page) {
  await page.goto('/veurne/vragen/nieuw');
  await page.getByLabel(/^Je vraag/).fill('Waarom zie ik de gedeelde mailbox van het loket niet meer?');
  await page.getByRole('button', { name: 'Stel je vraag' }).click();
  await expect(page.getByText(/Je vraag staat bij/)).toBeVisible();
}

async function share(page: Page) {
  await openFirst(page, '/veurne/vragen?lijst=klaar');
  await page.getByRole('link', { name: /gedeelde antwoord|Deel dit antwoord/ }).click();
  await page.waitForLoadState();
}

async function changeTip(page: Page) {
  await openFirst(page, '/veurne/tips');
  await page.getByRole('link', { name: 'Pas aan' }).click();
  await page.waitForLoadState();
}

async function preview(page: Page) {
  await page.goto('/veurne/personeelslijst');
  await page.locator('input[type=file]').setInputFiles(await aMonthLater());
  await page.getByRole('button', { name: /bekijk|lees/i }).click();
  await page.waitForURL(/personeelslijst\/./);
}

/** The list of the demo world as it might come a month later: somebody new, somebody who moved, the old faults. */
async function aMonthLater() {
  const text = (await readFile('demo/personeel-export.csv', 'latin1'))
    .replaceAll('@voorbeeldstad.be', '@veurne.example')
    .replaceAll('Voorbeeld', 'Veurne')
    .replace(
      '001005;Feys;Mehdi',
      '009001;Maes;Nora;nora.maes@veurne.example;Jeugd;;Jeugdhuis;Medewerker;Stad Veurne;01/12/2026;;38,00\r\n001005;Feys;Mehdi',
    )
    .replace('inge.tanghe@veurne.example;Burgerzaken', 'inge.tanghe@veurne.example;Jeugd');
  return { name: 'personeel december.csv', mimeType: 'text/csv', buffer: Buffer.from(text, 'latin1') };
}

const looks = [
  { name: '1280', viewport: { width: 1280, height: 900 }, colorScheme: 'light' },
  { name: '320', viewport: { width: 320, height: 640 }, colorScheme: 'light' },
  { name: '320-dark', viewport: { width: 320, height: 640 }, colorScheme: 'dark' },
  { name: '1280-dark', viewport: { width: 1280, height: 900 }, colorScheme: 'dark' },
] as const;

async function stepIn(page: Page, role: string) {
  await page.goto('/aanmelden');
  const house = page.locator('section').filter({ hasText: 'Veurne' });
  await house
    .getByRole('button', { name: new RegExp(`, ${role}$`) })
    .first()
    .click();
  await page.waitForURL(/\/veurne/);
}

for (const visit of visits)
  test(`page ${visit.name}`, async ({ page }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    if (visit.as) await stepIn(page, visit.as);
    await visit.open(page);
    for (const { name, viewport, colorScheme } of looks) {
      await page.setViewportSize(viewport);
      await page.emulateMedia({ colorScheme });
      await lint(page);
      await axe(page);
      if (process.env.SCREENS === '1' && colorScheme === 'light') {
        await mkdir('docs/screens', { recursive: true });
        await page.screenshot({ path: `docs/screens/${visit.name}-${name}.png`, fullPage: true });
      }
    }
  });
