import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** What every page must be, whatever stands on it. Call it once the page is there. */
export async function lint(page: Page): Promise<void> {
  const found = await page.evaluate(() => {
    const texts = (selector: string) =>
      [...document.querySelectorAll(selector)].map((one) => one.textContent?.trim() ?? '');
    const ids = [...document.querySelectorAll('[id]')].map((one) => one.id);
    const controls = [
      ...document.querySelectorAll<HTMLInputElement>('input:not([type=hidden]), select, textarea'),
    ];
    return {
      h1: texts('h1'),
      title: document.title,
      doubleIds: ids.filter((id, at) => ids.indexOf(id) !== at),
      unlabelled: controls.filter((one) => !one.labels?.length && !one.ariaLabel).map((one) => one.outerHTML),
      keys: document.body.innerText.match(
        /\b(helpline|people|tips|units|help|ui|signin|organisations?|start|nav|role|welcome|theme|token|seed|search|demo|app|onboarding)_[a-z_]+\b/g,
      ),
      wider: document.documentElement.scrollWidth - document.documentElement.clientWidth,
    };
  });
  expect(found.h1, 'a page has one h1').toHaveLength(1);
  expect(
    found.title.startsWith(`${found.h1[0]} ·`),
    `title "${found.title}" begins with the h1 "${found.h1[0]}"`,
  ).toBe(true);
  expect(found.doubleIds, 'ids that stand twice').toEqual([]);
  expect(found.unlabelled, 'controls without a label').toEqual([]);
  expect(found.keys, 'keys without a sentence').toBeNull();
  expect(found.wider, 'pixels of sideways scrolling').toBe(0);
}

/** Accessibility as axe sees it: WCAG 2.2 A and AA, and good practice. */
export async function axe(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const faults = violations.map(
    ({ id, help, nodes }) => `${id}: ${help}\n  ${nodes.map((node) => node.html).join('\n  ')}`,
  );
  expect(faults.join('\n'), 'what axe finds').toBe('');
}
