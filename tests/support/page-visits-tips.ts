import type { Page } from '@playwright/test';
import { follow, go, openFirst, type Visit } from './page-visit.ts';

/** Tips, standard answers and known problems. */
export const sharing: Visit[] = [
  { name: 'tips', as: 'medewerker', open: go('/tips') },
  { name: 'tips-helper', as: 'digicoach', open: go('/tips') },
  { name: 'tip', as: 'medewerker', open: (page) => openFirst(page, '/veurne/tips') },
  { name: 'tip-helper', as: 'digicoach', open: (page) => openFirst(page, '/veurne/tips') },
  { name: 'tip-change', as: 'digicoach', open: changeTip },
  { name: 'tip-versions', as: 'digicoach', open: tipVersions },
  { name: 'tip-version', as: 'digicoach', open: tipVersion },
  { name: 'tip-new', as: 'medewerker', open: go('/tips/nieuw') },
  { name: 'standard-answers', as: 'coördinator', open: go('/standaardantwoorden') },
  {
    name: 'standard-answer',
    as: 'coördinator',
    open: (page) => openFirst(page, '/veurne/standaardantwoorden'),
  },
  { name: 'problems', as: 'digicoach', open: go('/bekende-problemen') },
  { name: 'problem', as: 'medewerker', open: (page) => openFirst(page, '/veurne/bekende-problemen') },
  { name: 'problem-helper', as: 'coördinator', open: (page) => openFirst(page, '/veurne/bekende-problemen') },
  { name: 'problem-new', as: 'digicoach', open: go('/bekende-problemen/nieuw') },
];

async function changeTip(page: Page) {
  await openFirst(page, '/veurne/tips');
  await follow(page, 'Pas aan');
}

async function tipVersions(page: Page) {
  await openFirst(page, '/veurne/tips');
  await page.goto(`${new URL(page.url()).pathname}/versies`);
}

async function tipVersion(page: Page) {
  await tipVersions(page);
  await page.locator('main ul.rows a').first().click();
  await page.waitForURL(/versies\/./);
}
