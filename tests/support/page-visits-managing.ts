import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { follow, go, openFirst, press, type Visit } from './page-visit.ts';

/** The people, the staff list, the units and the organisation, as who keeps them. */
export const managing: Visit[] = [
  { name: 'people', as: 'coördinator', open: go('/mensen') },
  { name: 'person', as: 'coördinator', open: (page) => openFirst(page, '/veurne/mensen?q=Tanghe') },
  { name: 'leaving', as: 'coördinator', open: (page) => leaving(page) },
  { name: 'leaving-wrong', as: 'coördinator', open: (page) => leaving(page, '2020-01-01') },
  {
    name: 'leaving-passes',
    as: 'coördinator',
    open: (page) => leaving(page, `${new Date().getFullYear() + 1}-06-30`),
  },
  { name: 'staff-list', as: 'HR', open: go('/personeelslijst') },
  { name: 'staff-list-preview', as: 'HR', open: (page) => preview(page) },
  { name: 'staff-list-doubts', as: 'HR', open: (page) => preview(page, '/twijfel') },
  { name: 'staff-list-ending', as: 'HR', open: (page) => preview(page, '/gestopt') },
  { name: 'units', as: 'coördinator', open: go('/diensten') },
  { name: 'unit', as: 'coördinator', open: (page) => openUnit(page, 'Burgerzaken') },
  { name: 'unit-without-coach', as: 'coördinator', open: (page) => openUnit(page, 'Archief') },
  { name: 'default-hours', as: 'coördinator', open: lookAtHours },
  { name: 'unit-hours', as: 'coördinator', open: (page) => openUnit(page, 'Burgerzaken', '/uren') },
  { name: 'unit-coach', as: 'coördinator', open: (page) => openUnit(page, 'Archief', '/coach') },
  { name: 'unit-coach-sure', as: 'coördinator', open: chooseCoach },
  { name: 'set-up', as: 'beheerder', open: go('/inrichten') },
  { name: 'set-up-elsewhere', as: 'coördinator', open: makeCode },
  { name: 'set-up-coaches', as: 'coördinator', open: go('/inrichten/digicoaches') },
  { name: 'set-up-mail', as: 'beheerder', open: go('/inrichten/mail') },
  { name: 'organisation', as: 'beheerder', open: go('/beheer') },
  { name: 'organisation-numbers', as: 'beheerder', open: go('/beheer/nummers') },
  { name: 'organisation-numbers-wrong', as: 'beheerder', open: wrongNumber },
  { name: 'closing-days', as: 'beheerder', open: go('/beheer/sluitingsdagen') },
  {
    name: 'closing-days-look',
    as: 'beheerder',
    open: go('/beheer/sluitingsdagen?day=2028-12-29&name=Brugdag'),
  },
  { name: 'closing-days-own', as: 'beheerder', open: addClosingDay },
];

async function wrongNumber(page: Page): Promise<void> {
  await page.goto('/veurne/beheer/nummers');
  await page.getByLabel('NIS-code').fill('12');
  await press(page, 'Bewaar');
}

/** One of their own among the holidays. */
async function addClosingDay(page: Page): Promise<void> {
  await page.goto(`/veurne/beheer/sluitingsdagen?day=${new Date().getFullYear() + 1}-12-24&name=Kerstavond`);
  await press(page, 'Zet erbij');
  await page.getByRole('button', { name: /^Haal weg: Kerstavond/ }).waitFor();
}

/** What a change of hours would do, without changing anything. */
async function lookAtHours(page: Page): Promise<void> {
  await page.goto('/veurne/diensten/uren');
  await press(page, 'Kijk eerst wat er verandert');
}

/** The first screen, or with a day the second. */
async function leaving(page: Page, lastDay?: string) {
  await openFirst(page, '/veurne/mensen?q=Tanghe&rol=coach');
  const chosen = lastDay ? `?kind=coach&lastDay=${lastDay}` : '';
  await page.goto(`${new URL(page.url()).pathname}/vertrek${chosen}`);
}

async function openUnit(page: Page, name: string, part = '') {
  await page.goto('/veurne/diensten');
  await follow(page, name);
  if (part) await page.goto(new URL(page.url()).pathname + part);
}

async function chooseCoach(page: Page) {
  await openUnit(page, 'Archief', '/coach');
  await page.locator('main a[href*="kies="]').first().click();
  await page.waitForURL(/kies=/);
}

async function makeCode(page: Page): Promise<void> {
  await go('/inrichten')(page);
  await press(page, 'Maak een code');
  await page.getByText('/aanmelden/code').waitFor();
}

async function preview(page: Page, part = '') {
  await page.goto('/veurne/personeelslijst');
  await page.locator('input[type=file]').setInputFiles(await aMonthLater());
  await page.getByRole('button', { name: /bekijk|lees/i }).click();
  await page.waitForURL(/personeelslijst\/./);
  if (part) await page.goto(new URL(page.url()).pathname + part);
}

/** The list of the demo world as it might come a month later: somebody new, who moved, who has another number, who left; the old faults. */
async function aMonthLater() {
  const text = (await readFile('demo/personeel-export.csv', 'latin1'))
    .replaceAll('@voorbeeldstad.be', '@veurne.example')
    .replaceAll('Voorbeeld', 'Veurne')
    .replace(
      '001005;Feys;Mehdi',
      '009001;Maes;Nora;nora.maes@veurne.example;Jeugd;;Jeugdhuis;Medewerker;Stad Veurne;01/12/2026;;38,00\r\n001005;Feys;Mehdi',
    )
    .replace('inge.tanghe@veurne.example;Burgerzaken', 'inge.tanghe@veurne.example;Jeugd')
    // Another number for the first, and the last of the list is gone.
    .replace('\n001002;', '\n009002;')
    .replace(/[^\n]*\r?\n?$/, '');
  return { name: 'personeel december.csv', mimeType: 'text/csv', buffer: Buffer.from(text, 'latin1') };
}
