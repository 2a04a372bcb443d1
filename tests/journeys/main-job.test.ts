import type { BrowserContextOptions, Page } from '@playwright/test';
import { pointing, typing, type Hands } from '../support/hands.ts';
import { expect, test } from '../support/journey.ts';
import { signIn } from '../support/signing-in.ts';
import { nextWorkingMorning } from '../support/working-day.ts';

// The main job, from end to end: a colleague of Burgerzaken asks, the coach of that unit hears of it by mail
// and sees why, answers, the colleague reads and taps twice, the coach makes a tip, and the next colleague
// who types the same in other words is shown it before asking.

type Way = {
  name: string;
  context: BrowserContextOptions;
  hands: (page: Page) => Hands;
  question: string;
  answer: string;
  tip: string;
  otherWords: string;
};

const ways: Way[] = [
  {
    name: 'with a mouse',
    context: {},
    hands: pointing,
    question: 'Hoe zet ik een watermerk op mijn nota in Word?',
    answer: 'Ga in Word naar Ontwerpen en kies Watermerk.',
    tip: 'Een watermerk op een document zetten',
    otherWords: 'ik wil een watermerk achter mijn tekst in word',
  },
  {
    name: 'with the keyboard alone',
    context: {},
    hands: typing,
    question: 'Mijn gescande pdf staat ondersteboven, hoe draai ik dat?',
    answer: 'Open de pdf, kies Weergave en dan Draaien.',
    tip: 'Een scan die ondersteboven staat draaien',
    otherWords: 'gescand document ondersteboven, hoe draaien',
  },
  {
    name: 'on a phone of 320 pixels',
    context: { viewport: { width: 320, height: 640 }, hasTouch: true, isMobile: true },
    hands: pointing,
    question: 'Hoe maak ik een poll in een vergadering op Teams?',
    answer: 'Klik in de vergadering op Apps en kies Polls.',
    tip: 'Een poll maken tijdens een vergadering in Teams',
    otherWords: 'poll starten in teams meeting',
  },
  {
    name: 'without a script',
    context: { javaScriptEnabled: false },
    hands: pointing,
    question: 'Hoe vergrendel ik snel mijn scherm als ik van het loket wegga?',
    answer: 'Druk op de Windows-toets en de letter L.',
    tip: 'Je scherm snel vergrendelen',
    otherWords: 'beeldscherm vergrendelen als ik weg ben',
  },
];

const asker = 'karim.feys@veurne.example';
// Burgerzaken has two coaches: whoever has least to do gets it, and the page says who.
const coaches: Record<string, string> = {
  'Inge Tanghe': 'inge.tanghe@veurne.example',
  'Marieke Maes': 'marieke.maes@veurne.example',
};
const colleague = 'mehdi.feys@veurne.example';

const clocks = ['10:00', '10:16', '10:32', '10:48'];

for (const way of ways)
  test(`the main job ${way.name}`, async ({ installation, browser, baseURL }) => {
    // Whatever waited overnight moves on that morning, and its mails go first.
    test.setTimeout(300_000);
    // Each a quarter of an hour after the other: nobody is mailed a way in more often than that allows.
    await installation.travelTo(`${nextWorkingMorning().slice(0, 10)} ${clocks[ways.indexOf(way)]}`);
    const open = async (address: string) => {
      const page = await (await browser.newContext({ ...way.context, baseURL })).newPage();
      const hands = way.hands(page);
      await signIn(page, { hands, installation, address });
      return { page, hands };
    };

    const asks = await open(asker);
    await asks.hands.write(/^Je vraag/, way.question);
    await asks.hands.press(/^Stel (je|mijn) vraag/);
    if (asks.page.url().includes('look')) await asks.hands.press('Stel mijn vraag toch');
    await expect(asks.page.getByRole('heading', { level: 1, name: way.question })).toBeVisible();
    const status = asks.page.getByText(/Je vraag staat bij \S+ \S+: digicoach van jouw dienst/);
    await expect(status).toContainText(
      /Heeft die geen tijd, dan neemt \S+ \S+ het over vandaag om 15\.\d\d uur/,
    );
    const coach = coaches[(await status.textContent())!.match(/staat bij (\S+ \S+):/)![1]!]!;

    const waiting = await installation.waitForMail(coach, (mail) => mail.text.includes(way.question));
    expect(waiting.subject).toBe('Er wacht een vraag op jou');
    expect(waiting.text).toContain('omdat je digicoach bent van Burgerzaken');
    const helps = await open(coach);
    await helps.page.goto(linkIn(waiting.text));
    await expect(
      helps.page.getByText(/Jij krijgt deze vraag omdat je digicoach bent van Burgerzaken/),
    ).toBeVisible();
    await helps.hands.write(/^Jouw antwoord aan Karim Feys/, way.answer);
    await helps.hands.press('Verstuur antwoord');
    await expect(helps.page.getByText('Je antwoord is verstuurd.')).toBeVisible();

    const answered = await installation.waitForMail(asker, (mail) => mail.text.includes(way.answer));
    expect(answered.subject).toBe('Je hebt een antwoord');
    await asks.page.goto(linkIn(answered.text));
    await expect(asks.page.getByText(way.answer)).toBeVisible();
    await asks.hands.press('Dit hielp');
    await asks.hands.press('Ik kan het nu zelf');
    await expect(asks.page.getByText('Bedankt. Zo weten we wat helpt.')).toBeVisible();

    await helps.page.reload();
    await helps.hands.press('Maak er een tip van');
    await helps.hands.write(/^Titel(?! van)/, way.tip);
    await helps.hands.press('Publiceer');
    await expect(helps.page.getByRole('heading', { level: 1, name: way.tip })).toBeVisible();

    const looks = await open(colleague);
    await looks.hands.write(/^Je vraag/, way.otherWords);
    if (way.context.javaScriptEnabled === false) await looks.hands.press('Stel je vraag');
    await expect(looks.page.getByRole('link', { name: way.tip })).toBeVisible();
    await looks.hands.press(way.tip);
    await expect(looks.page.getByRole('heading', { level: 1, name: way.tip })).toBeVisible();
    await looks.hands.press('Dit helpt mij');
    await expect(looks.page.getByText('Fijn dat dit je helpt!')).toBeVisible();
  });

const linkIn = (text: string) => text.match(/https?:\/\/\S+\/naar\/\S+/)![0];
