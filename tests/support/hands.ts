import type { Page } from '@playwright/test';

/** Ways to work a page: what a journey says is the same for all of them. */
export type Hands = {
  /** Writes in the field with this label. */
  write(label: string | RegExp, text: string): Promise<void>;
  /** Presses the button or follows the link with this name. */
  press(name: string | RegExp): Promise<void>;
};

const nameOf = (name: string | RegExp) => (typeof name === 'string' ? { name, exact: true } : { name });

/** With a mouse or a finger. */
export const pointing = (page: Page): Hands => ({
  write: (label, text) => page.getByLabel(label, { exact: typeof label === 'string' }).fill(text),
  press: (name) =>
    page
      .getByRole('button', nameOf(name))
      .or(page.getByRole('link', nameOf(name)))
      .first()
      .click(),
});

const mostTabs = 80;

/** With the keyboard alone: Tab until it is there, then type or press Enter. */
export const typing = (page: Page): Hands => ({
  write: async (label, text) => {
    await tabTo(page, (focused) => fits(label, focused.label));
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.type(text);
  },
  press: async (name) => {
    await tabTo(page, (focused) => ['a', 'button'].includes(focused.tag) && fits(name, focused.text));
    await page.keyboard.press('Enter');
  },
});

type Focused = { tag: string; text: string; label: string };

const fits = (wanted: string | RegExp, text: string) =>
  typeof wanted === 'string' ? text === wanted : wanted.test(text);

async function tabTo(page: Page, found: (focused: Focused) => boolean): Promise<void> {
  // What was pressed last may still be on its way to another page: there tabbing begins anew.
  await tabThrough(page, found).catch(async (error: Error) => {
    if (!error.message.includes('navigation')) throw error;
    await page.waitForLoadState();
    await tabThrough(page, found);
  });
}

async function tabThrough(page: Page, found: (focused: Focused) => boolean): Promise<void> {
  // Wherever the focus was, beginning at the top finds everything once.
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  for (let tabs = 0; tabs < mostTabs; tabs++) {
    await page.keyboard.press('Tab');
    const focused = await page.evaluate(() => {
      const element = document.activeElement as HTMLInputElement | null;
      const words = (text: string | null | undefined) => (text ?? '').replace(/\s+/g, ' ').trim();
      return {
        tag: element?.tagName.toLowerCase() ?? '',
        text: words(element?.textContent),
        label: words(element?.labels?.[0]?.textContent),
      };
    });
    if (found(focused)) return;
  }
  throw new Error(`Nothing that fits was reached in ${mostTabs} tabs on ${page.url()}`);
}
