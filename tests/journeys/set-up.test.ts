import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test as base, type Browser, type Page } from '@playwright/test';
import { projectFolder } from '../../src/platform/server/cluster-place.ts';
import { pointing } from '../support/hands.ts';
import { axe, lint } from '../support/page-lint.ts';
import { openInstallation, type Installation } from '../support/installation.ts';
import { signIn } from '../support/signing-in.ts';
import { nextWorkingMorning } from '../support/working-day.ts';

// An installation of its own: it is empty.

const administrator = 'karim.feys@voorbeeldstad.be';
const colleague = 'mehdi.feys@voorbeeldstad.be';
const coach = { name: 'Inge Tanghe', address: 'inge.tanghe@voorbeeldstad.be' };
const question = 'Hoe zet ik een handtekening onder mijn mails?';
const answer = 'Kies in Outlook Bestand, Opties, E-mail en dan Handtekeningen.';

base(
  'a town begins with the printed code, leaves in the middle and goes on elsewhere',
  async ({ browser }) => {
    base.setTimeout(300_000);
    const installation = await openInstallation(8, { DEMO: '' });
    try {
      await installation.travelTo(nextWorkingMorning());
      const begin = performance.now();
      const page = await newPage(browser, installation);
      await openWithCode(page, installation);
      await makeOrganisation(page);
      await bringInStaff(page);
      const elsewhere = await goOnElsewhere(page, browser, installation);
      await page.context().close();
      await doTheRest(elsewhere, installation);
      await askAndAnswer(browser, installation);
      await elsewhere.goto('/veurne/inrichten');
      await expect(elsewhere.getByText('Alles is klaar')).toBeVisible();
      const minutes = (performance.now() - begin) / 60_000;
      process.stdout.write(`From the printed code to a first answer: ${minutes.toFixed(1)} minutes\n`);
    } finally {
      await installation.close();
    }
  },
);

async function newPage(browser: Browser, { url }: Installation): Promise<Page> {
  const page = await (await browser.newContext({ baseURL: url })).newPage();
  page.setDefaultTimeout(15_000);
  return page;
}

/** A wrong code first; the right one stands on the screen of who started it, and in no log. */
async function openWithCode(page: Page, installation: Installation): Promise<void> {
  const printed = /^ +([a-z]{4}(?:-[a-z]{4}){2})$/m;
  await expect.poll(() => installation.printed()).toMatch(printed);
  const code = printed.exec(installation.printed())![1]!;
  for (const name of ['web', 'worker'])
    expect(await readFile(join(installation.dataFolder, 'log', `${name}.log`), 'utf8')).not.toContain(code);
  const hands = pointing(page);
  await page.goto('/');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Welkom bij Trekkracht');
  await hands.write('Code om in te richten', 'bcdf-ghjk-mnpr');
  await hands.press('Begin met inrichten');
  await expect(page.getByText('Deze code klopt niet.')).toBeVisible();
  await look(page);
  await hands.write('Code om in te richten', code);
  await hands.press('Begin met inrichten');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Je bestuur en jij');
}

/** What every page must be; the page visits see the demo only, which is never empty. */
async function look(page: Page): Promise<void> {
  await lint(page);
  await axe(page);
}

async function makeOrganisation(page: Page): Promise<void> {
  const hands = pointing(page);
  await look(page);
  await hands.write('Naam van het bestuur', 'Veurne');
  await hands.write('Voornaam', 'Karim');
  await hands.write('Naam', 'Feys');
  await hands.write('Je e-mailadres op het werk', administrator);
  await hands.press('Maak mijn bestuur');
  await expect(page).toHaveURL(/\/veurne\/inrichten$/);
  await look(page);
  await page.goto('/');
  await expect(page, 'with an organisation the set-up is closed').toHaveURL(/\/veurne$/);
}

async function bringInStaff(page: Page): Promise<void> {
  const hands = pointing(page);
  await hands.press('Ga verder met inrichten');
  await hands.press(/^Lees de personeelslijst in/);
  await page.getByLabel('Kies je lijst').setInputFiles(join(projectFolder, 'demo', 'personeel-export.csv'));
  await hands.press('Lees de lijst');
  await hands.press(/^Neem over/);
  await expect(page.getByText('De lijst is overgenomen')).toBeVisible();
  await page.goto('/veurne/mensen?q=Karim+Feys');
  const own = page.getByRole('listitem').filter({ has: page.getByRole('link', { name: 'Karim Feys' }) });
  await expect(own, 'the list knows who set it up').toContainText('Burgerzaken');
}

/** With a code from the first device, on one that nobody is signed in on. */
async function goOnElsewhere(page: Page, browser: Browser, installation: Installation): Promise<Page> {
  await page.goto('/veurne/inrichten');
  await pointing(page).press('Maak een code');
  const card = page.locator('#elders');
  await expect(card).toContainText('/aanmelden/code');
  const code = /\b\d{3} \d{3}\b/.exec(await card.innerText())![0];
  const elsewhere = await newPage(browser, installation);
  const hands = pointing(elsewhere);
  await elsewhere.goto('/aanmelden/code');
  await hands.write('Je e-mailadres op het werk', administrator);
  await hands.write('Code van zes cijfers', code);
  await hands.press('Meld je aan');
  await expect(elsewhere).toHaveURL(/\/veurne$/);
  await hands.press('Ga verder met inrichten');
  return elsewhere;
}

async function doTheRest(page: Page, installation: Installation): Promise<void> {
  const hands = pointing(page);
  await hands.press(/^Bekijk de diensten/);
  await hands.press('Terug naar inrichten');
  await hands.press(/^De uren kloppen/);
  await hands.press(/^Kies de digicoaches/);
  await page.getByLabel('Burgerzaken', { exact: true }).selectOption({ label: coach.name });
  await hands.press('Bewaar de digicoaches');
  await hands.press(/^Test de mail/);
  await hands.press('Stuur een testmail');
  await expect(page.getByText('De mailserver heeft de mail aangenomen')).toBeVisible({ timeout: 30_000 });
  await installation.waitForMail(administrator, ({ subject }) => subject === 'Testmail van Trekkracht');
}

async function askAndAnswer(browser: Browser, installation: Installation): Promise<void> {
  const asks = await newPage(browser, installation);
  await signIn(asks, { hands: pointing(asks), installation, address: colleague });
  await asks.goto('/veurne/vragen/nieuw');
  await pointing(asks).write(/^Je vraag/, question);
  await pointing(asks).press(/^Stel (je|mijn) vraag/);
  await expect(asks.getByRole('heading', { level: 1 })).toHaveText(question);
  await expect(asks.getByText(coach.name).first()).toBeVisible();

  const waiting = await installation.waitForMail(coach.address, ({ text }) => text.includes(question));
  const helps = await newPage(browser, installation);
  await signIn(helps, { hands: pointing(helps), installation, address: coach.address });
  await helps.goto(/https?:\/\/\S+\/naar\/\S+/.exec(waiting.text)![0]);
  await pointing(helps).write(/^Jouw antwoord aan/, answer);
  await pointing(helps).press('Verstuur antwoord');
  await expect(helps.getByText('Je antwoord is verstuurd.')).toBeVisible();
  await asks.reload();
  await expect(asks.getByText(answer)).toBeVisible();
}
