import { expect, type Page } from '@playwright/test';
import { follow, go, openFirst, press, type Visit } from './page-visit.ts';

/** Who helps where, and the coaches. */
export const whoHelps: Visit[] = [
  { name: 'where', as: 'coördinator', open: go('/wie-helpt-waar') },
  { name: 'where-map', as: 'coördinator', open: go('/wie-helpt-waar?beeld=kaart') },
  { name: 'where-today', as: 'medewerker', open: go('/wie-helpt-waar') },
  { name: 'where-not-today', as: 'coördinator', open: go('/wie-helpt-waar/vandaag') },
  { name: 'where-nobody-to-mark', as: 'medewerker', open: go('/wie-helpt-waar/vandaag') },
  { name: 'where-away', as: 'coördinator', open: markSomebodyAway },
  { name: 'coaches', as: 'medewerker', open: go('/coaches') },
  { name: 'coaches-theme', as: 'medewerker', open: go('/coaches?thema=teams') },
  { name: 'coaches-none', as: 'medewerker', open: go('/coaches?q=xylofoon') },
  { name: 'coach', as: 'medewerker', open: (page) => openFirst(page, aCoach) },
  { name: 'coach-own', as: 'digicoach', open: ownCard },
  { name: 'coach-card', as: 'coördinator', open: (page) => ofACoach(page, '/kaart') },
  { name: 'drop-ins', as: 'coördinator', open: (page) => ofACoach(page, '/inloop') },
  { name: 'drop-ins-wrong', as: 'coördinator', open: dropInWithoutPlace },
  { name: 'drop-in', as: 'coördinator', open: aDropIn },
];

const aCoach = '/veurne/coaches?q=Tanghe';

async function markSomebodyAway(page: Page) {
  await page.goto('/veurne/wie-helpt-waar');
  await follow(page, /afwezig melden|afwezigheid/);
}

async function ownCard(page: Page) {
  await page.goto('/veurne/ik');
  await page.locator('main a[href*="/coaches/"]').first().click();
  await page.waitForURL(/\/coaches\/./);
}

async function ofACoach(page: Page, part: string) {
  await openFirst(page, aCoach);
  await page.goto(new URL(page.url()).pathname + part);
}

async function dropInWithoutPlace(page: Page) {
  await ofACoach(page, '/inloop');
  await press(page, 'Zet het erbij');
  await expect(page.locator('main [aria-invalid=true]').first()).toBeVisible();
}

async function aDropIn(page: Page) {
  await ofACoach(page, '/inloop');
  await page.locator('main ul.rows a').first().click();
  await page.waitForURL(/inloop\/./);
}
