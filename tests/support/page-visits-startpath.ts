import { expect, type Page } from '@playwright/test';
import { go, press, type Visit } from './page-visit.ts';

/** The Startpad, and the call that follows from it; each begins with what the one before left behind. */
export const startpath: Visit[] = [
  { name: 'start-path-no-day', as: 'HR', open: go('/startpad') },
  { name: 'start-path', as: 'coördinator', open: planned },
  { name: 'start-path-read', as: 'algemeen directeur', open: go('/startpad') },
  { name: 'start-path-step', as: 'coördinator', open: go('/startpad/1') },
  { name: 'start-path-step-links', as: 'coördinator', open: go('/startpad/4') },
  { name: 'start-path-text', as: 'coördinator', open: go('/startpad/3/tekst') },
  { name: 'start-path-text-wrong', as: 'coördinator', open: emptyText },
  { name: 'call-none', as: 'medewerker', open: go('/oproep') },
  { name: 'call-manage-places', as: 'coördinator', open: go('/startpad/oproep') },
  { name: 'call-manage', as: 'coördinator', open: opened },
  { name: 'call', as: 'medewerker', open: go('/oproep') },
  { name: 'call-name', as: 'medewerker', open: named },
  { name: 'call-wanted', as: 'medewerker', open: wanted },
  { name: 'start-with-call', as: 'medewerker', open: go('') },
  { name: 'volunteers', as: 'coördinator', open: go('/startpad/kandidaten') },
  { name: 'announce', as: 'coördinator', open: go('/startpad/aankondiging') },
  { name: 'announcement-none', as: 'medewerker', open: go('/aankondiging') },
  { name: 'posters', as: 'coördinator', open: go('/startpad/affiche') },
  { name: 'posters-all', as: 'coördinator', open: go('/startpad/affiche/alle') },
  { name: 'poster', as: 'coördinator', open: (page) => poster(page, /Burgerzaken/) },
  { name: 'poster-without-coach', as: 'coördinator', open: (page) => poster(page, /Archief/) },
];

async function planned(page: Page) {
  await page.goto('/veurne/startpad');
  if ((await page.locator('main .lead').count()) > 0) return;
  await page.locator('main input[name=day]').fill(inDays(10));
  await press(page, 'Zet de dagen');
  await expect(page.locator('main .lead')).toBeVisible();
}

async function emptyText(page: Page) {
  await page.goto('/veurne/startpad/3/tekst');
  await page.locator('textarea').fill(' ');
  await press(page, 'Bewaar de tekst');
  await expect(page.locator('main [aria-invalid=true]')).toBeVisible();
}

/** With a text in which nothing is left to fill in. */
async function opened(page: Page) {
  await planned(page);
  await page.goto('/veurne/startpad/oproep');
  if ((await page.locator('form[action*=closeCall]').count()) > 0) return;
  await page.goto('/veurne/startpad/5/tekst');
  const text = page.locator('textarea');
  await text.fill((await text.inputValue()).replaceAll('[aantal uren]', '2'));
  await press(page, 'Bewaar de tekst');
  await page.goto('/veurne/startpad/oproep');
  await press(page, /Open de oproep/);
  await expect(page.locator('form[action*=closeCall]')).toBeVisible();
}

async function named(page: Page) {
  await page.goto('/veurne/oproep/noem');
  await page.locator('input[name=typed]').fill('Niemand Hier');
  await press(page, 'Noem deze collega');
  await expect(page.locator('main ul.rows')).toBeVisible();
}

async function wanted(page: Page) {
  await page.goto('/veurne/oproep');
  if ((await page.locator('form[action*=stepBack]').count()) > 0) return;
  await page.locator('textarea[name=line]').fill('Ik leg graag iets uit.');
  await press(page, 'Ik wil digicoach worden');
  await expect(page.locator('form[action*=stepBack]')).toBeVisible();
}

async function poster(page: Page, unit: RegExp) {
  await page.goto('/veurne/startpad/affiche');
  await page.locator('main').getByRole('link', { name: unit }).first().click();
  await page.waitForURL(/affiche\/./);
}

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
