import { expect, type Page } from '@playwright/test';
import { follow, go, nameOf, openFirst, press, stepIn, type Visit } from './page-visit.ts';

const helperLists = ['/veurne/vragen', '/veurne/vragen?lijst=dienst', '/veurne/vragen?lijst=klaar'];

/** What whoever asks sees. */
export const asking: Visit[] = [
  { name: 'ask', as: 'medewerker', open: go('/vragen/nieuw') },
  { name: 'ask-look-alikes', as: 'medewerker', open: typeSomething },
  { name: 'ask-empty', as: 'medewerker', open: sendNothing },
  { name: 'ask-urgent', as: 'medewerker', open: chooseUrgent },
  { name: 'ask-coach', as: 'medewerker', open: chooseWho },
  { name: 'ask-outside', as: 'medewerker', open: go('/vragen/nieuw?way=outside') },
  { name: 'ask-own-name', as: 'medewerker', open: tellsWho },
  { name: 'question-other-coach', as: 'medewerker', open: otherCoach },
  { name: 'questions-employee', as: 'medewerker', open: go('/vragen') },
  { name: 'questions-none', as: 'DPO', open: go('/vragen') },
  { name: 'question-waiting', as: 'medewerker', open: (page) => ask(page, { body: mailbox }) },
  { name: 'question-urgent', as: 'medewerker', open: (page) => ask(page, { body: clicked }) },
  { name: 'question-cover', as: 'medewerker', open: (page) => ask(page, { body: shy, cover: true }) },
  { name: 'question-answered', as: 'medewerker', open: readAnswer },
  { name: 'question-closed', as: 'medewerker', open: closed },
  { name: 'follow-up-asked', as: 'medewerker', open: askedToComeBack },
];

/** What whoever helps sees. */
export const helping: Visit[] = [
  { name: 'questions-helper', as: 'digicoach', open: go('/vragen') },
  { name: 'questions-unit', as: 'digicoach', open: go('/vragen?lijst=dienst') },
  { name: 'questions-done', as: 'digicoach', open: go('/vragen?lijst=klaar') },
  { name: 'questions-noted', as: 'digicoach', open: go('/vragen?lijst=genoteerd') },
  { name: 'questions-none-fits', as: 'digicoach', open: go('/vragen?lijst=klaar&zoek=xylofoon') },
  { name: 'questions-coordinator', as: 'coördinator', open: go('/vragen') },
  { name: 'note', as: 'digicoach', open: go('/vragen/namens') },
  { name: 'note-found', as: 'digicoach', open: go('/vragen/namens?q=Feys') },
  { name: 'note-nobody', as: 'digicoach', open: go('/vragen/namens?q=xylofoon') },
  { name: 'note-chosen', as: 'digicoach', open: (page) => openFirst(page, '/veurne/vragen/namens?q=Feys') },
  { name: 'question-helper', as: 'digicoach', open: (page) => openFirst(page, ...helperLists) },
  { name: 'question-noted', as: 'digicoach', open: (page) => note(page, { body: tracked }) },
  { name: 'question-coming', as: 'digicoach', open: (page) => noted(page, '/helpen?way=call') },
  { name: 'question-done', as: 'digicoach', open: solved },
  { name: 'question-called-in', as: 'digicoach', open: calledIn },
  { name: 'solved', as: 'digicoach', open: (page) => noted(page, '/afronden') },
  { name: 'note-to-helpers', as: 'digicoach', open: (page) => noted(page, '/notitie') },
  { name: 'expert', as: 'digicoach', open: (page) => noted(page, '/expert') },
  { name: 'give', as: 'digicoach', open: (page) => noted(page, '/geven') },
  { name: 'remind', as: 'digicoach', open: (page) => noted(page, '/herinner') },
  { name: 'merge', as: 'digicoach', open: toMerge },
  { name: 'merge-sure', as: 'digicoach', open: sureToMerge },
  { name: 'split', as: 'digicoach', open: toSplit },
  { name: 'split-none', as: 'digicoach', open: (page) => noted(page, '/splitsen') },
  { name: 'share', as: 'digicoach', open: share },
  { name: 'problem-of-question', as: 'digicoach', open: problemOfQuestion },
  { name: 'guidances', as: 'digicoach', open: go('/begeleiding') },
  { name: 'guidance-new', as: 'digicoach', open: go('/begeleiding/nieuw?q=Feys') },
  {
    name: 'guidance-goal',
    as: 'digicoach',
    open: (page) => openFirst(page, '/veurne/begeleiding/nieuw?q=Feys'),
  },
  { name: 'guidance', as: 'digicoach', open: startGuidance },
  { name: 'guidance-change', as: 'digicoach', open: (page) => ofGuidance(page, /\/wijzig$/) },
  { name: 'guidance-moment', as: 'digicoach', open: (page) => ofGuidance(page, /\/moment\//) },
  { name: 'follow-up-who', as: 'digicoach', open: go('/ik-kom-terug/nieuw?q=Feys') },
  {
    name: 'follow-up-day',
    as: 'digicoach',
    open: (page) => openFirst(page, '/veurne/ik-kom-terug/nieuw?q=Feys'),
  },
  { name: 'follow-up', as: 'digicoach', open: (page) => comeBack(page, 'Maes') },
];

const mailbox = 'Waarom zie ik de gedeelde mailbox van het loket niet meer?';
const clicked = 'Ik heb op een link geklikt in een mail van de bank en mijn wachtwoord ingevuld.';
const shy = 'Hoe zet ik een bijlage bij een mail? Ik durf het niet zo goed vragen.';
const tracked = 'Hoe aanvaard ik in Word de wijzigingen van een collega?';

async function typeSomething(page: Page) {
  await page.goto('/veurne');
  await page.getByLabel(/^Je vraag/).fill('mijn handtekening staat niet onder mijn mails');
  await expect(page.getByRole('heading', { name: 'Misschien is je antwoord er al' })).toBeVisible();
}

async function sendNothing(page: Page) {
  await page.goto('/veurne/vragen/nieuw');
  await press(page, 'Stel je vraag');
  await expect(page.getByText('Schrijf eerst je vraag.')).toBeVisible();
}

async function chooseUrgent(page: Page) {
  await page.goto('/veurne/vragen/nieuw');
  await press(page, 'Iets ging naar de verkeerde');
  await expect(page.getByRole('heading', { name: 'Goed dat je het meteen zegt.' })).toBeVisible();
}

/** From the card of a coach: that one is chosen, and why one might want another way is there to read. */
async function chooseWho(page: Page) {
  await openFirst(page, '/veurne/coaches?q=Tanghe');
  await page.locator('main a[href*="coach="]').click();
  await page.waitForURL(/coach=/);
}

type Asking = { body: string; cover?: boolean; sure?: boolean };

/** `sure`: as far as the page that asks once more. */
async function ask(page: Page, { body, cover = false, sure = false }: Asking) {
  await page.goto('/veurne/vragen/nieuw');
  await page.getByLabel(/^Je vraag/).fill(body);
  if (cover) {
    await page.locator('summary', { hasText: 'Wie krijgt de vraag?' }).click();
    await page.getByLabel('Alleen één digicoach ziet mijn naam').check();
    await page.getByLabel('Welke digicoach?').selectOption({ index: 1 });
  }
  await press(page, /^(Stel (je|mijn) vraag|Meld het aan ICT)/);
  if (sure) await page.getByText('Je naam of je gegevens staan in je tekst.').waitFor();
  else await page.waitForURL(/\/vragen\/[0-9a-f-]{36}/);
}

/** Somebody else instead, while it waits. */
async function otherCoach(page: Page) {
  await ask(page, { body: mailbox });
  await page.getByRole('link', { name: 'Liever iemand anders?' }).click();
  await page.waitForURL(/\/andere-coach$/);
}

/** Under cover, with the own first name in it. */
async function tellsWho(page: Page) {
  await page.goto('/veurne/ik');
  const name = (await page.locator('main h2').first().innerText()).split(' ')[0]!;
  await ask(page, { body: `${shy} Groeten, ${name}`, cover: true, sure: true });
}

/** The coach writes a question down for a colleague and has it; returns its address. */
async function note(page: Page, { body, asker = 'Feys' }: { body: string; asker?: string }): Promise<string> {
  await openFirst(page, `/veurne/vragen/namens?q=${encodeURIComponent(asker)}`);
  await page.getByLabel(/^Wat vroeg je collega/).fill(body);
  await press(page, 'Noteer de vraag');
  await page.waitForURL(/\/helpen/);
  return new URL(page.url()).pathname.replace('/helpen', '');
}

async function noted(page: Page, part: string) {
  await page.goto((await note(page, { body: tracked })) + part);
}

/** A question of the colleague who looks around, written down by the coach; the page is the coach's. */
async function notedForAsker(page: Page, body: string): Promise<string> {
  const asker = await nameOf(page, 'medewerker');
  await stepIn(page, 'digicoach');
  return note(page, { body, asker });
}

async function answer(page: Page) {
  await page.getByLabel(/^Jouw antwoord/).fill('Klik op Controleren en dan op Alles accepteren.');
  await press(page, 'Verstuur antwoord');
  await expect(page.getByText('Je antwoord is verstuurd.')).toBeVisible();
}

async function solved(page: Page) {
  await noted(page, '/afronden');
  await press(page, /opgelost/);
  await page.waitForURL(/\/helpen/);
}

async function readAnswer(page: Page) {
  const address = await notedForAsker(page, tracked);
  await answer(page);
  await stepIn(page, 'medewerker');
  await page.goto(address);
}

async function closed(page: Page) {
  await readAnswer(page);
  await press(page, 'Dit hielp');
  await expect(page.getByRole('heading', { name: 'Kan je het nu zelf?' })).toBeVisible();
}

async function calledIn(page: Page) {
  const expert = await nameOf(page, 'digi-expert');
  await stepIn(page, 'digicoach');
  const address = await note(page, { body: tracked });
  await page.goto(`${address}/expert`);
  await page.getByRole('radio', { name: new RegExp(`^${expert}`) }).check();
  await press(page, 'Vraag raad');
  await page.waitForURL(/\/helpen/);
  await stepIn(page, 'digi-expert');
  await page.goto(`${address}/helpen`);
}

async function toMerge(page: Page) {
  await note(page, { body: 'Hoe aanvaard ik de wijzigingen in een document van Word?', asker: 'Maes' });
  await noted(page, '/samenvoegen');
}

async function sureToMerge(page: Page) {
  await toMerge(page);
  await page.locator('main a[href*="met="]').first().click();
  await page.waitForURL(/met=/);
}

async function toSplit(page: Page) {
  const address = await notedForAsker(page, tracked);
  await stepIn(page, 'medewerker');
  await page.goto(address);
  await page.locator('main textarea').fill('En mijn scherm blijft zwart als ik het aan de beamer leg.');
  await press(page, 'Verstuur bericht');
  await expect(page.getByText('En mijn scherm blijft zwart')).toBeVisible();
  await stepIn(page, 'digicoach');
  await page.goto(`${address}/splitsen`);
}

async function share(page: Page) {
  await note(page, { body: tracked });
  await answer(page);
  await follow(page, 'Deel dit antwoord');
}

async function problemOfQuestion(page: Page) {
  const id = (await note(page, { body: tracked })).split('/').at(-1);
  await page.goto(`/veurne/bekende-problemen/nieuw?vraag=${id}&thema=office`);
}

async function startGuidance(page: Page) {
  await openFirst(page, '/veurne/begeleiding/nieuw?q=Feys');
  await page.getByLabel(/^Waar willen jullie naartoe/).fill('Zelf een vergadering plannen in Teams.');
  await press(page, 'Start een begeleiding');
  await page.waitForURL(/\/begeleiding\/[0-9a-f-]{36}/);
  await page.getByLabel(/^Wat wil je onthouden/).fill('We openden de agenda en zochten samen een vrij uur.');
  await press(page, 'Bewaar');
  await expect(page.locator('main a[href*="/moment/"]')).toBeVisible();
  await expect(page.getByLabel(/^Wat wil je onthouden/)).toHaveValue('');
}

async function ofGuidance(page: Page, part: RegExp) {
  await startGuidance(page);
  const links = await page
    .locator('main a')
    .evaluateAll((all) => all.map((one) => (one as HTMLAnchorElement).href));
  await page.goto(links.find((href) => part.test(href))!);
}

/** In twenty days: no closing day comes near. */
async function comeBack(page: Page, asker: string) {
  await openFirst(page, `/veurne/ik-kom-terug/nieuw?q=${encodeURIComponent(asker)}`);
  await page
    .locator('main input[type=date]')
    .fill(new Date(Date.now() + 20 * 86_400_000).toISOString().slice(0, 10));
  await press(page, 'Stel deze dag voor');
  await page.waitForURL(/ik-kom-terug\/[0-9a-f-]{36}/);
  return page.url();
}

async function askedToComeBack(page: Page) {
  const asker = await nameOf(page, 'medewerker');
  await stepIn(page, 'digicoach');
  const address = await comeBack(page, asker);
  await stepIn(page, 'medewerker');
  await page.goto(address);
}
