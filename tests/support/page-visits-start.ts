import { expect, type Page } from '@playwright/test';
import { go, type Visit } from './page-visit.ts';

/** Where everybody begins, and one's own page. */
export const start: Visit[] = [
  { name: 'sign-in', as: null, open: (page) => page.goto('/aanmelden') },
  { name: 'sign-in-code', as: null, open: (page) => page.goto('/aanmelden/code') },
  { name: 'sign-in-link', as: null, open: (page) => page.goto('/aanmelden/link?token=nonsense') },
  { name: 'start-employee', as: 'medewerker', open: go('') },
  { name: 'start-helper', as: 'digicoach', open: go('') },
  { name: 'start-coordinator', as: 'coördinator', open: go('') },
  { name: 'start-manager', as: 'leidinggevende', open: go('') },
  { name: 'start-expert', as: 'digi-expert', open: go('') },
  { name: 'start-ict', as: 'ICT', open: go('') },
  { name: 'start-hr', as: 'HR', open: go('') },
  { name: 'start-director', as: 'algemeen directeur', open: go('') },
  { name: 'start-dpo', as: 'DPO', open: go('') },
  { name: 'start-admin', as: 'beheerder', open: go('') },
  { name: 'more', as: 'beheerder', open: go('/meer') },
  { name: 'more-helper', as: 'digicoach', open: go('/meer') },
  { name: 'more-employee', as: 'medewerker', open: go('/meer') },
  { name: 'help', as: 'medewerker', open: go('/hulp') },
  { name: 'kept', as: 'medewerker', open: go('/wat-we-bijhouden') },
  { name: 'search', as: 'medewerker', open: go('/zoeken?q=handtekening') },
  { name: 'search-people', as: 'digicoach', open: go('/zoeken?q=Inge') },
  { name: 'search-questions', as: 'digicoach', open: go('/zoeken?q=mapjes') },
  { name: 'search-nothing', as: 'medewerker', open: go('/zoeken?q=xylofoon') },
  { name: 'me', as: 'digicoach', open: go('/ik') },
  { name: 'me-employee', as: 'medewerker', open: go('/ik') },
  { name: 'me-away', as: 'digicoach', open: markAwayWrongly },
  { name: 'my-hours', as: 'digicoach', open: go('/ik/uren') },
  { name: 'my-leaving', as: 'digicoach', open: go('/ik/stoppen') },
  { name: 'demo-mail', as: 'digicoach', open: go('/post') },
  {
    name: 'not-found',
    as: 'medewerker',
    open: go('/vragen/00000000-0000-7000-8000-000000000000'),
    refused: true,
  },
  { name: 'not-allowed', as: 'medewerker', open: go('/mensen'), refused: true },
];

/** With a last day that is long past. Whoever is away already finds the form folded away. */
async function markAwayWrongly(page: Page) {
  await page.goto('/veurne/ik');
  const form = page.locator('form[action*="markAway"]');
  if (!(await form.isVisible()))
    await page.locator('summary', { hasText: 'Meld nog een afwezigheid' }).click();
  await form.getByLabel(/^Laatste dag/).fill('2020-01-01');
  await form.getByRole('button', { name: /afwezig/ }).click();
  await expect(page.locator('main [aria-invalid=true]').first()).toBeVisible();
}
