import { readFile } from 'node:fs/promises';
import { expect, type Page } from '@playwright/test';
import { follow, go, openFirst, press, type Visit } from './page-visit.ts';
import { peopleByHand } from './page-visits-people.ts';
import { startpath } from './page-visits-startpath.ts';
import { asking, helping } from './page-visits-questions.ts';
import { welcoming } from './page-visits-welcome.ts';

const start: Visit[] = [
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

const whoHelps: Visit[] = [
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

/** What a change of hours would do, without changing anything. */
async function lookAtHours(page: Page): Promise<void> {
  await page.goto('/veurne/diensten/uren');
  await press(page, 'Kijk eerst wat er verandert');
}

const aCoach = '/veurne/coaches?q=Tanghe';

const managing: Visit[] = [
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
  { name: 'closing-days', as: 'beheerder', open: go('/beheer/sluitingsdagen') },
  {
    name: 'closing-days-look',
    as: 'beheerder',
    open: go('/beheer/sluitingsdagen?day=2028-12-29&name=Brugdag'),
  },
];

const sharing: Visit[] = [
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

const together: Visit[] = [
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

/** Every page, in each state that looks different, as somebody who uses it. */
export const visits: Visit[] = [
  ...start,
  ...whoHelps,
  ...managing,
  ...peopleByHand,
  ...sharing,
  ...together,
  ...asking,
  ...helping,
  ...startpath,
  ...welcoming,
];

async function makeCode(page: Page): Promise<void> {
  await go('/inrichten')(page);
  await press(page, 'Maak een code');
  await page.getByText('/aanmelden/code').waitFor();
}

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

/** The first screen, or with a day the second. */
async function leaving(page: Page, lastDay?: string) {
  await openFirst(page, '/veurne/mensen?q=Tanghe');
  const chosen = lastDay ? `?kind=coach&lastDay=${lastDay}` : '';
  await page.goto(`${new URL(page.url()).pathname}/vertrek${chosen}`);
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
