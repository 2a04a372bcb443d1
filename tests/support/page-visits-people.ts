import { expect, type Page } from '@playwright/test';
import { go, openFirst, press, type Visit } from './page-visit.ts';

/** Keeping people right by hand: the directory, adding, changing, and who comes from elsewhere. */
export const peopleByHand: Visit[] = [
  { name: 'people-narrowed', as: 'HR', open: go('/mensen?toon=zonder-mail') },
  { name: 'people-left', as: 'HR', open: go('/mensen?toon=uit-dienst') },
  { name: 'people-none', as: 'HR', open: go('/mensen?q=xylofoon&toon=van-elders') },
  { name: 'person-hr', as: 'HR', open: aColleague('') },
  { name: 'person-new', as: 'HR', open: go('/mensen/nieuw') },
  { name: 'person-new-wrong', as: 'HR', open: sameName },
  { name: 'person-visit', as: 'HR', open: go('/mensen/nieuw?van=elders') },
  { name: 'person-fields', as: 'HR', open: aColleague('/gegevens') },
  { name: 'appointment', as: 'HR', open: anAppointment },
  { name: 'appointment-new', as: 'HR', open: aColleague('/aanstelling/nieuw') },
];

function aColleague(part: string) {
  return async (page: Page) => {
    await openFirst(page, '/veurne/mensen?q=Tanghe');
    if (part) await page.goto(new URL(page.url()).pathname + part);
  };
}

async function anAppointment(page: Page) {
  await openFirst(page, '/veurne/mensen?q=Tanghe');
  await page.locator('main a[href*="/aanstelling/0"]').first().click();
  await page.waitForURL(/aanstelling\/0/);
}

/** Somebody whose name is here already: is it the same one? */
async function sameName(page: Page) {
  await page.goto('/veurne/mensen?q=Tanghe');
  const name = await page.locator('main ul.rows a').first().innerText();
  await page.goto('/veurne/mensen/nieuw');
  await page.getByLabel('Voornaam').fill(name.split(' ')[0]!);
  await page.getByLabel('Familienaam').fill(name.split(' ').slice(1).join(' '));
  for (const label of [/^Werkgever/, /^Dienst/]) await page.getByLabel(label).selectOption({ index: 1 });
  await press(page, 'Voeg toe');
  await expect(page.getByText('Is dit dezelfde?')).toBeVisible();
}
