import { expect, type Browser, type Page } from '@playwright/test';
import { pointing } from './hands.ts';
import type { Installation } from './installation.ts';
import { signIn } from './signing-in.ts';
import { nextWorkingMorning } from './working-day.ts';

/** A colleague with one question open in several tabs of one browser, and the coach who has it. */
export type Scene = { tabs: Page[]; coach: Page };

const asker = 'karim.feys@veurne.example';
const coaches = { Inge: 'inge.tanghe@veurne.example', Marieke: 'marieke.maes@veurne.example' };
const question = 'Hoe laat ik mijn handtekening onder elke mail zetten?';

type Stage = { installation: Installation; browser: Browser; baseURL: string };

export async function openScene(stage: Stage, count: number): Promise<Scene> {
  await stage.installation.travelTo(nextWorkingMorning());
  // Burgerzaken has two coaches; whoever does not get the question leaves.
  const both = { Inge: await enter(stage, coaches.Inge), Marieke: await enter(stage, coaches.Marieke) };
  const first = await enter(stage, asker);
  const hands = pointing(first);
  await hands.write(/^Je vraag/, question);
  await hands.press(/^Stel (je|mijn) vraag/);
  await expect(first.getByRole('heading', { level: 1, name: question })).toBeVisible();
  const status = await first.getByText(/Je vraag staat bij \S+ \S+:/).textContent();
  const isInge = status!.includes('staat bij Inge Tanghe:');
  const [coach, other] = isInge ? [both.Inge, both.Marieke] : [both.Marieke, both.Inge];
  await other.context().close();
  const address = new URL(first.url()).pathname;
  await coach.goto(`${address}/helpen`);
  const tabs = [first];
  while (tabs.length < count) {
    const tab = await first.context().newPage();
    await tab.goto(address);
    tabs.push(tab);
  }
  return { tabs, coach };
}

async function enter({ installation, browser, baseURL }: Stage, address: string): Promise<Page> {
  const page = await (await browser.newContext({ baseURL, locale: 'nl-BE' })).newPage();
  await signIn(page, { hands: pointing(page), installation, address });
  return page;
}

/** The coach writes, from a page that is fresh. */
export async function answer({ coach }: Scene, text: string): Promise<void> {
  await coach.reload();
  const hands = pointing(coach);
  await hands.write(/^(Jouw antwoord aan|Nog iets toevoegen voor)/, text);
  await hands.press('Verstuur antwoord');
  await expect(coach.getByText(text).first()).toBeVisible();
}

/** Until each tab shows it without anybody touching it. Returns how long the last one took, in milliseconds. */
export async function seenInAllTabs({ tabs }: Scene, text: string): Promise<number> {
  const start = performance.now();
  const seen = tabs.map((tab) => expect(tab.getByText(text).first()).toBeVisible({ timeout: 60_000 }));
  await Promise.all(seen);
  return Math.round(performance.now() - start);
}
