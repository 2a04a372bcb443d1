import type { Locator, Page } from '@playwright/test';

/** A page, in a state that looks different, as somebody of Veurne who uses it. */
export type Visit = {
  name: string;
  as: string | null;
  open: (page: Page) => Promise<unknown>;
  /** It is the page that says no. */
  refused?: true;
};

export const go = (address: string) => (page: Page) => page.goto(`/veurne${address}`);

/** The first of a list; of the first list that has any: what waits for a coach differs from day to day. */
export async function openFirst(page: Page, ...addresses: string[]): Promise<void> {
  const first = page.locator('main ul.rows a, main table a, main .rows a').first();
  for (const address of addresses) {
    await page.goto(address);
    if ((await first.count()) > 0) break;
  }
  await arrive(page, first);
}

/** Follows a link of the main part of the page. */
export async function follow(page: Page, name: string | RegExp): Promise<void> {
  const link = page.locator('main').getByRole('link', { name }).first();
  await arrive(page, link);
}

async function arrive(page: Page, link: Locator): Promise<void> {
  const href = await link.evaluate((one) => (one as HTMLAnchorElement).href);
  await link.click();
  // What leads on to another page, such as the one for whoever helps, is there once the page left.
  await page.waitForURL((url) => url.href === href || url.pathname.startsWith(new URL(href).pathname));
}

export async function press(page: Page, name: string | RegExp): Promise<void> {
  await page.locator('main').getByRole('button', { name }).first().click();
}

/** As one of the people on the page where anybody may look around; whoever was there leaves. */
export async function stepIn(page: Page, role: string): Promise<void> {
  await page.context().clearCookies();
  await page.goto('/aanmelden');
  const house = page.locator('section').filter({ hasText: 'Veurne' });
  await house
    .getByRole('button', { name: new RegExp(`, ${role}$`) })
    .first()
    .click();
  await page.waitForURL(/\/veurne/);
}

/** First and last name of whoever looks around as this role; the page is theirs afterwards. */
export async function nameOf(page: Page, role: string): Promise<string> {
  await stepIn(page, role);
  await page.goto('/veurne/ik');
  return page.locator('main h2').first().innerText();
}
