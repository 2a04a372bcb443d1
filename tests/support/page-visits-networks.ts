import { expect, type Page } from '@playwright/test';
import { go, openFirst, press, type Visit } from './page-visit.ts';

/** Networks and who belongs to them. */
export const together: Visit[] = [
  { name: 'start-network', as: 'netwerkcoördinator', open: go('') },
  { name: 'networks', as: 'beheerder', open: go('/netwerk') },
  { name: 'networks-code-wrong', as: 'coördinator', open: enterWrongCode },
  { name: 'network', as: 'netwerkcoördinator', open: ofNetwork },
  { name: 'network-add', as: 'netwerkcoördinator', open: (page) => ofNetwork(page, '/leden/nieuw') },
  { name: 'network-member', as: 'netwerkcoördinator', open: aMember },
  { name: 'network-invitation', as: 'netwerkcoördinator', open: inviteAMember },
  { name: 'network-membership', as: 'beheerder', open: (page) => openFirst(page, '/veurne/netwerk') },
  { name: 'network-coaches', as: 'digicoach', open: go('/netwerk/coaches') },
  { name: 'network-coaches-none', as: 'digicoach', open: go('/netwerk/coaches?q=xylofoon') },
  { name: 'network-card', as: 'digicoach', open: go('/ik/netwerk') },
];

async function enterWrongCode(page: Page) {
  await page.goto('/veurne/netwerk');
  await page.getByLabel(/^De code/).fill('7K2M');
  await press(page, /Bekijk de uitnodiging/);
  await expect(page.locator('main [aria-invalid=true]').first()).toBeVisible();
}

async function ofNetwork(page: Page, to = '') {
  await page.goto('/veurne/netwerk');
  await page
    .locator('main a[href*="/netwerk/"]:not([href*="/lid/"]):not([href$="/coaches"])')
    .first()
    .click();
  await page.waitForURL(/netwerk\/[0-9a-f-]{36}$/);
  if (to) await page.goto(`${page.url()}${to}`);
}

async function aMember(page: Page) {
  await ofNetwork(page);
  await page.getByRole('link', { name: 'Koksijde' }).click();
  await page.waitForURL(/\/leden\//);
}

async function inviteAMember(page: Page) {
  await aMember(page);
  await page.goto(`${page.url()}/uitnodiging`);
  await press(page, /Maak een/);
  await expect(page.getByRole('link', { name: 'Zet in een mail' })).toBeVisible();
}
