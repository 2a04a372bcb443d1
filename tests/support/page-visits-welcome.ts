import { expect, type Page } from '@playwright/test';
import { go, press, type Visit } from './page-visit.ts';

export const welcoming: Visit[] = [
  { name: 'newcomers', as: 'HR', open: go('/onthaal') },
  { name: 'newcomer-list', as: 'HR', open: go('/onthaal/lijst') },
  { name: 'newcomer-list-own', as: 'HR', open: ownList },
  { name: 'newcomer-list-wrong', as: 'HR', open: stepWithoutSentence },
  { name: 'newcomer-list-step', as: 'HR', open: aStep },
  { name: 'newcomer-cards', as: 'HR', open: go('/onthaal/kaarten') },
  { name: 'first-steps', as: 'medewerker', open: go('/ik/onthaal') },
];

async function ownList(page: Page) {
  await page.goto('/veurne/onthaal/lijst');
  const own = page.locator('main').getByRole('button', { name: 'Pas de lijst aan' });
  if (await own.isVisible()) await own.click();
  await expect(page.locator('main form[action*="addWelcomeItem"]')).toBeVisible();
}

async function stepWithoutSentence(page: Page) {
  await ownList(page);
  await press(page, 'Zet op de lijst');
  await expect(page.locator('main [aria-invalid=true]').first()).toBeVisible();
}

async function aStep(page: Page) {
  await ownList(page);
  await page.locator('main ol.rows a').first().click();
  await page.waitForURL(/onthaal\/lijst\/./);
}
